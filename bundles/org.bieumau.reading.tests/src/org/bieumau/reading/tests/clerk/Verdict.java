/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

/**
 * How well a changed file was read.
 *
 * @param details what was silent; an empty string otherwise
 */
record Verdict(Kind kind, String details) {

    enum Kind {
        /** The form says the same. */
        EQUAL,
        /** Each difference has a problem or leftover at its place. */
        PROBLEM,
        /** The file is refused, or the whole table is doubtful and the user is asked. */
        ASKED,
        /** A difference is not reported. */
        SILENT
    }

    static final Verdict EQUAL = new Verdict(Kind.EQUAL, "");
    static final Verdict PROBLEM = new Verdict(Kind.PROBLEM, "");
    static final Verdict ASKED = new Verdict(Kind.ASKED, "");

    /** Maximum length of the details, in characters. */
    private static final int LONGEST = 700;

    static Verdict silent(String details) {
        return new Verdict(Kind.SILENT, details.length() > LONGEST ? details.substring(0, LONGEST) + "…" : details);
    }
}
