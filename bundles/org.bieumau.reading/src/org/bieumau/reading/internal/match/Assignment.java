/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.match;

import java.util.Arrays;

/** Assigns rows to columns one to one, so that the sum of their scores is highest (Hungarian method, O(n³)). */
final class Assignment {

    private Assignment() {}

    /**
     * Returns for each row the column assigned to it; -1 if there is none.
     *
     * @param scores scores from 0; a pair with score 0 is not assigned
     */
    static int[] best(double[][] scores) {
        var rows = scores.length;
        var columns = rows == 0 ? 0 : scores[0].length;
        var size = Math.max(rows, columns);
        var u = new double[size + 1];
        var v = new double[size + 1];
        var owner = new int[size + 1];
        for (int row = 1; row <= size; row++) {
            augment(scores, row, u, v, owner);
        }
        var result = new int[rows];
        Arrays.fill(result, -1);
        for (int column = 1; column <= columns; column++) {
            var row = owner[column] - 1;
            if (row >= 0 && row < rows && scores[row][column - 1] > 0) {
                result[row] = column - 1;
            }
        }
        return result;
    }

    private static void augment(double[][] scores, int row, double[] u, double[] v, int[] owner) {
        var size = owner.length - 1;
        var way = new int[size + 1];
        var least = new double[size + 1];
        var used = new boolean[size + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        owner[0] = row;
        var column = 0;
        do {
            used[column] = true;
            var delta = Double.POSITIVE_INFINITY;
            var next = 0;
            for (int j = 1; j <= size; j++) {
                if (!used[j]) {
                    var cost = cost(scores, owner[column] - 1, j - 1) - u[owner[column]] - v[j];
                    if (cost < least[j]) {
                        least[j] = cost;
                        way[j] = column;
                    }
                    if (least[j] < delta) {
                        delta = least[j];
                        next = j;
                    }
                }
            }
            for (int j = 0; j <= size; j++) {
                if (used[j]) {
                    u[owner[j]] += delta;
                    v[j] -= delta;
                } else {
                    least[j] -= delta;
                }
            }
            column = next;
        } while (owner[column] != 0);
        while (column != 0) {
            owner[column] = owner[way[column]];
            column = way[column];
        }
    }

    private static double cost(double[][] scores, int row, int column) {
        return row < scores.length && column < scores[row].length ? -scores[row][column] : 0;
    }
}
