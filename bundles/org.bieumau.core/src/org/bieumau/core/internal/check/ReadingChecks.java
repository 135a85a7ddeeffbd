/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

import static org.bieumau.model.BieumauPackage.Literals.FORM_SOURCE__FILE;
import static org.bieumau.model.BieumauPackage.Literals.FORM_SOURCE__HEADER_LAST;
import static org.bieumau.model.BieumauPackage.Literals.FORM_SOURCE__SHA256;
import static org.bieumau.model.BieumauPackage.Literals.LEFTOVER__PLACE;
import static org.bieumau.model.BieumauPackage.Literals.MAPPING_ITEM__LABEL;

import java.util.HashSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.bieumau.core.internal.resolved.Leftovers;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.Finding;
import org.bieumau.model.ColumnMapping;
import org.bieumau.model.Form;
import org.bieumau.model.FormSource;
import org.bieumau.model.Leftover;
import org.bieumau.model.Mapping;
import org.bieumau.model.Provenance;
import org.bieumau.model.Severity;

/** Checks the results of reading foreign files: sources, origins of rows, leftovers and mappings. */
public final class ReadingChecks {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
    /** Number of characters of a leftover that its warning quotes. */
    private static final int QUOTED = 60;

    private final Consumer<Finding> report;

    public ReadingChecks(Consumer<Finding> report) {
        this.report = report;
    }

    /** Checks the sources of a form. */
    public void check(Form form) {
        for (var source : form.getSources()) {
            if (source.getName() == null && form.getSources().size() > 1) {
                error("SOURCE-NAME", source, source.getFile());
            }
            check(source);
        }
    }

    private void check(FormSource source) {
        if (source.getSha256() != null && !SHA256.matcher(source.getSha256()).matches()) {
            report.accept(Finding.of("SOURCE-DIGEST", Severity.ERROR, source, FORM_SOURCE__SHA256, source.getSha256()));
        }
        if (source.getHeaderLast() != 0 && source.getHeaderLast() < source.getHeaderFirst()) {
            report.accept(Finding.of(
                    "SOURCE-HEADER",
                    Severity.ERROR,
                    source,
                    FORM_SOURCE__HEADER_LAST,
                    source.getHeaderFirst(),
                    source.getHeaderLast()));
        }
    }

    /** Checks that the origin of a row refers to exactly one source. */
    public void check(Provenance provenance, Form form) {
        if (provenance.getRow() > 0
                && provenance.getSource() == null
                && form.getSources().size() != 1) {
            report.accept(Finding.of(
                    form.getSources().isEmpty() ? "SOURCE-NONE" : "SOURCE-SEVERAL",
                    Severity.ERROR,
                    provenance,
                    null,
                    provenance.getRow()));
        }
    }

    /** Warns about a leftover, which is neither printed nor counted. */
    public void check(Leftover leftover) {
        var text = Leftovers.text(leftover).strip().replaceAll("\\s+", " ");
        report.accept(Finding.of(
                "LEFTOVER",
                Severity.WARNING,
                leftover,
                LEFTOVER__PLACE,
                leftover.getPlace(),
                text.length() > QUOTED ? text.substring(0, QUOTED) + "…" : text));
    }

    /** Checks that a mapping has only one decision for each label. */
    public void check(Mapping mapping) {
        var seen = new HashSet<String>();
        for (var item : mapping.getItems()) {
            if (item.getLabel() == null) {
                continue;
            }
            var place = item instanceof ColumnMapping column && column.getPlace() != null ? column.getPlace() : "";
            if (!seen.add(item.eClass().getName() + place + "\n" + VietnameseText.fold(item.getLabel()))) {
                report.accept(Finding.of("MAPPING-TWICE", Severity.ERROR, item, MAPPING_ITEM__LABEL, item.getLabel()));
            }
        }
    }

    private void error(String code, FormSource source, String file) {
        report.accept(Finding.of(code, Severity.ERROR, source, FORM_SOURCE__FILE, file));
    }
}
