/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one run does.
 *
 * @param roots folders, archives and files with returns
 * @param ignored folders that contain no returns, such as that of the results
 * @param cache folder with the results of earlier runs
 * @param only indexes of the units that count; all if empty
 * @param fresh whether the results of earlier runs are not used
 * @param today the day on which missing returns are due or not; null if unknown
 */
public record Settings(
        List<Path> roots,
        List<Path> ignored,
        Path cache,
        Set<Integer> only,
        boolean fresh,
        @Nullable LocalDate today) {}
