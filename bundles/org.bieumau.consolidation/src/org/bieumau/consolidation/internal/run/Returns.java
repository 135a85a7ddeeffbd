/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import java.util.List;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.consolidation.internal.status.FileStatus;
import org.bieumau.consolidation.internal.status.Selection;
import org.bieumau.consolidation.internal.status.UnitStatus;
import org.bieumau.consolidation.internal.unit.Unit;

/**
 * The returns of a campaign: who sent what, and which return of each unit counts.
 *
 * @param taken the returns that are merged, in the order of the units
 */
public record Returns(
        List<Unit> units,
        List<FileStatus> files,
        List<UnitStatus> statuses,
        List<Difference> differences,
        List<Taken> taken) {

    static Returns of(List<Unit> units, Selection selection) {
        var taken = selection.units().stream()
                .flatMap(status -> status.taken().stream()
                        .map(file -> new Taken(
                                status.unit().index(),
                                file.file().name(),
                                file.file().sha256(),
                                file.file().key(),
                                file.file().sections(),
                                file.file().problems() > 0)))
                .toList();
        return new Returns(units, selection.files(), selection.units(), selection.differences(), taken);
    }
}
