/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A return that is merged.
 *
 * @param unit index of the unit
 * @param file name of the file
 * @param sha256 its digest
 * @param key key of the stored result
 * @param sections headings of its sections, in order; an empty string for rows outside sections
 * @param hasProblems whether it has errors or warnings
 */
public record Taken(int unit, String file, String sha256, String key, List<String> sections, boolean hasProblems)
        implements Serializable {

    public Taken {
        sections = new ArrayList<>(sections);
    }
}
