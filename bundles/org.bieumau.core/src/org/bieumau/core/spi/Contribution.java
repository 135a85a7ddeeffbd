/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

/** What all plug-ins have in common. A contribution has a public constructor without parameters that does no work. */
public interface Contribution {

    /**
     * The id by which the command line names it, in lower case, such as <code>docx</code>; unique among those of its
     * kind.
     */
    String id();

    /** A name for a list, such as <code>Microsoft Word (DOCX)</code>. */
    default String title() {
        return id();
    }

    /**
     * Of several contributions with the same id the one with the highest rank is used; those of the project have rank
     * 0.
     */
    default int rank() {
        return 0;
    }

    /**
     * The lowest version of Biểu Mẫu that it works with, such as <code>0.2</code>. On an older one it is reported and
     * left out, before anything else of it is called.
     */
    default String requires() {
        return "0";
    }
}
