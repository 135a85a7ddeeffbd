/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.status;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What counts about a file before returns are merged.
 *
 * @param name path in the folder of returns
 * @param sha256 digest of the bytes; an empty string if they could not be read
 * @param key key of the stored result; an empty string if nothing was read
 * @param received when the file was changed; null if unknown
 * @param inArchive whether the time is that of an entry of an archive
 * @param code code of the problem that kept it from being read; an empty string for none
 * @param message its text
 * @param heading texts above the table that name a unit of the campaign
 * @param content digest of what the form says, without its layout
 * @param sections headings of its sections, in order; an empty string for rows outside sections
 * @param problems number of problems of severity error and warning
 * @param errors number of problems of severity error
 */
public record ReturnSummary(
        String name,
        String sha256,
        String key,
        @Nullable Instant received,
        boolean inArchive,
        String code,
        String message,
        int edition,
        String unitName,
        List<String> heading,
        String period,
        String measureUnit,
        String content,
        List<String> sections,
        int rows,
        int leftovers,
        int problems,
        int errors)
        implements Serializable {

    public ReturnSummary {
        heading = new ArrayList<>(heading);
        sections = new ArrayList<>(sections);
    }

    public boolean isRead() {
        return code.isEmpty();
    }

    /** Returns the summary of a file that was not read. */
    public static ReturnSummary failed(
            String name, String sha256, @Nullable Instant received, boolean inArchive, String code, String message) {
        return new ReturnSummary(
                name, sha256, "", received, inArchive, code, message, 0, "", List.of(), "", "", "", List.of(), 0, 0, 0,
                0);
    }
}
