/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

/**
 * Common part of the contracts of plug-ins. A contribution has a public constructor without parameters that does no
 * work.
 */
public interface Contribution {

    /**
     * Returns the id, in lower case, such as <code>docx</code>. It is used on the command line and is unique among
     * contributions of the same kind.
     */
    String id();

    /** Returns the name shown in lists, such as <code>Microsoft Word (DOCX)</code>. */
    default String title() {
        return id();
    }

    /**
     * Returns the rank. Of several contributions with the same id, the one with the highest rank is used; the rank of
     * the project's own contributions is 0.
     */
    default int rank() {
        return 0;
    }

    /**
     * Returns the lowest version of Biểu Mẫu that the contribution works with, such as <code>0.2</code>. An older
     * version reports the contribution and leaves it out, before it calls any other method.
     */
    default String requires() {
        return "0";
    }
}
