/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.consolidation;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.bieumau.consolidation.internal.status.Selection;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.ide.internal.consolidation.UnitCatalogue.UnitList;
import org.bieumau.dsl.ide.internal.consolidation.UnitLines.Line;
import org.bieumau.dsl.ide.internal.template.TemplateCatalogue.Template;
import org.bieumau.model.MergeMode;
import org.jspecify.annotations.Nullable;

/**
 * A new campaign: a form and the units that fill it in.
 *
 * @param title its title; blank for that of the form
 * @param period a year or another period; blank for none
 * @param deadline the last day on which a return is in time; null for none
 * @param folder name of the folder of the returns, next to the file
 * @param merge {@link MergeMode#NONE} to let the form decide
 * @param list a list of units; empty if they are given one by one
 */
public record NewCampaign(
        Template template,
        String title,
        String period,
        @Nullable LocalDate deadline,
        String folder,
        MergeMode merge,
        Optional<UnitList> list,
        List<Line> units) {

    /** Returns the name of the campaign. */
    public String name() {
        return template.name() + (period.strip().matches("\\d{4}") ? period.strip() : "_ĐợtNày");
    }

    /** Returns the text of its file. */
    public String text() {
        var uses = new LinkedHashSet<String>();
        uses.add(template.library());
        list.ifPresent(each -> uses.add(each.library()));
        var text = new StringBuilder("phiên bản 2\n\n");
        uses.forEach(library -> text.append("dùng ").append(library).append('\n'));
        text.append("\nđợt tổng hợp ").append(name()).append(' ');
        text.append(UnitLines.quoted(title.isBlank() ? template.title() : VietnameseText.nfc(title)));
        text.append(" {\n    mẫu ").append(template.name()).append('\n');
        if (!period.isBlank()) {
            text.append("    kỳ ")
                    .append(period.strip().matches("\\d{1,9}") ? period.strip() : UnitLines.quoted(period))
                    .append('\n');
        }
        if (deadline != null) {
            text.append("    hạn nộp ").append(Selection.written(deadline)).append('\n');
        }
        text.append("    thư mục ").append(UnitLines.quoted(folder)).append('\n');
        if (merge != MergeMode.NONE) {
            text.append("    gộp ").append(merge.getLiteral()).append('\n');
        }
        var isVocabulary = list.isPresent() && !list.get().name().isEmpty();
        if (isVocabulary) {
            text.append("    đơn vị theo ").append(list.get().name()).append('\n');
        } else {
            text.append("    đơn vị {\n");
            list.ifPresent(each -> each.names()
                    .forEach(agency ->
                            text.append("        cơ quan ").append(agency).append('\n')));
            units.forEach(unit -> text.append("        ").append(unit.text()).append('\n'));
            text.append("    }\n");
        }
        return text.append("}\n").toString();
    }
}
