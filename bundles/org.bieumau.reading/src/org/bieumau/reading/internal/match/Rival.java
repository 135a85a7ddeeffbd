/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.match;

/**
 * The strongest alternative to a pair of columns that are assigned to each other.
 *
 * @param column position among the open columns of the file; -1 if a column of the template is the rival
 * @param target position among the open columns of the template; -1 if a column of the file is the rival
 * @param score likeness from 0 to 1; 0 if there is no rival
 */
record Rival(int column, int target, double score) {

    /**
     * Returns the best pair of one of the two columns with a third one, unless the third column has a better partner.
     *
     * @param scores likeness of each open column of the template to each open column of the file
     * @param best the column assigned to each open column of the template; -1 for none
     * @param i the column of the template, which has a column assigned
     */
    static Rival of(double[][] scores, int[] best, int i) {
        var rival = new Rival(-1, -1, 0);
        for (int j = 0; j < scores[i].length; j++) {
            if (j != best[i] && scores[i][j] > rival.score() && scores[i][j] >= assigned(scores, best, j)) {
                rival = new Rival(j, -1, scores[i][j]);
            }
        }
        for (int k = 0; k < scores.length; k++) {
            if (k != i
                    && scores[k][best[i]] > rival.score()
                    && (best[k] < 0 || scores[k][best[i]] >= scores[k][best[k]])) {
                rival = new Rival(-1, k, scores[k][best[i]]);
            }
        }
        return rival;
    }

    /** Returns the likeness of a column of the file and its assigned column; 0 if it has none. */
    private static double assigned(double[][] scores, int[] best, int column) {
        for (int i = 0; i < best.length; i++) {
            if (best[i] == column) {
                return scores[i][column];
            }
        }
        return 0;
    }
}
