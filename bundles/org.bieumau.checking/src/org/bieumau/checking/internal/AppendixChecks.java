/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.internal;

import java.util.List;
import java.util.regex.Pattern;
import org.bieumau.checking.report.Repair;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.model.MarkerText;
import org.bieumau.reading.internal.role.Role;

/** Checks number and reference of appendices (ND30, Phụ lục I, mục III.1). */
final class AppendixChecks {

    private static final Pattern NUMBER =
            Pattern.compile("(?iu)phụ lục(?:\\s+số)?\\s*[:.]?\\s*([ivxlc]+|\\d+|[a-h])?.*");

    private final CheckedFile file;
    private final Findings findings;

    AppendixChecks(CheckedFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    void check() {
        var labels = file.text()
                .lines()
                .filter(line -> line.role() == Role.APPENDIX_LABEL)
                .toList();
        for (int i = 0; i < labels.size(); i++) {
            var line = labels.get(i);
            var number = NUMBER.matcher(line.text());
            var found = number.matches() && number.group(1) != null ? number.group(1) : "";
            var expected = file.rule(Key.APPENDIX_NUMBER).equals("I") ? MarkerText.roman(i + 1) : "" + (i + 1);
            if (labels.size() == 1 && found.isEmpty() || found.equals(expected)) {
                findings.kept("APPENDIX-NUMBER");
            } else {
                findings.report("APPENDIX-NUMBER", line, Repair.BY_HAND, List.of(), line.text(), expected);
            }
            if (file.rule(Key.APPENDIX_REFERENCE).isEmpty()) {
                continue;
            }
            if (file.text().lines(line.part(), Role.APPENDIX_REFERENCE).isEmpty()) {
                findings.report("APPENDIX-REFERENCE", line, Repair.BY_HAND, List.of());
            } else {
                findings.kept("APPENDIX-REFERENCE");
            }
        }
    }
}
