/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.reading;

/**
 * The resources that reading a file may take. Files of offices stay far below these limits.
 *
 * @param fileSize largest file, in bytes
 * @param entries most entries of the ZIP file
 * @param partSize largest part, in bytes when unpacked
 * @param ratio largest compression ratio of a part that is larger than <code>smallPart</code>
 * @param smallPart size up to which a part may have any compression ratio, in bytes
 * @param depth deepest nesting of XML elements
 * @param tokenSize largest text, comment or tag in XML, in bytes
 * @param names most names of elements in an XML part
 */
public record Limits(
        long fileSize, int entries, long partSize, int ratio, long smallPart, int depth, int tokenSize, int names) {

    private static final int MEGABYTE = 1 << 20;

    /** Highly regular sheets are compressed to a hundredth of their size; a bomb to less than a 900th. */
    public static final Limits DEFAULT =
            new Limits(512L * MEGABYTE, 10_000, 2_000L * MEGABYTE, 250, 8 * MEGABYTE, 500, 4 * MEGABYTE, 5_000);
}
