/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.io.IOException;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.ooxml.internal.reading.OpcPackage;

/** The parts that all sheets of a workbook share. */
record WorkbookParts(OpcPackage parts, WorkbookIndex index, StyleTable styles, SharedStrings strings) {

    static WorkbookParts read(OpcPackage parts) throws IOException, ProblemException {
        var index = WorkbookIndex.read(parts);
        var styles = parts.target(index.part(), "styles");
        var strings = parts.target(index.part(), "sharedStrings");
        return new WorkbookParts(
                parts,
                index,
                StyleTable.read(parts, styles.orElse(null)),
                SharedStrings.read(parts, strings.orElse(null)));
    }
}
