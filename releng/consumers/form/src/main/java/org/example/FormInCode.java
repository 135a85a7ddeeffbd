/* SPDX-License-Identifier: EPL-2.0 */
package org.example;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bieumau.core.form.Entries;
import org.bieumau.core.form.FormChecks;
import org.bieumau.core.form.ResolvedTemplate;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.docx.DocxExporter;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.ColumnType;

/** Builds a form in code, checks it, and writes it for Word. */
public final class FormInCode {

    public static void main(String[] arguments) throws Exception {
        var model = BieumauFactory.eINSTANCE;
        var name = model.createColumn();
        name.setName("họTên");
        name.setTitle("Họ và tên");
        name.setRequired(true);
        var money = model.createColumn();
        money.setName("kinhPhí");
        money.setTitle("Kinh phí (đồng)");
        money.setType(ColumnType.MONEY);
        var template = model.createFormTemplate();
        template.setTitle("DANH SÁCH");
        template.getItems().add(name);
        template.getItems().add(money);
        var form = model.createForm();
        form.setTemplate(template);
        var entry = model.createEntry();
        entry.setTitle("Nguyễn Văn An");
        var cell = model.createCell();
        cell.setColumn(money);
        cell.setValue(Entries.text("nhiều"));
        entry.getCells().add(cell);
        form.getEntries().add(entry);

        var checks = new FormChecks(
                ResolvedTemplate.of(template),
                finding -> System.out.println(finding.code() + ": " + finding.message()));
        checks.check(form);
        var amount = model.createNumberValue();
        amount.setNumber(BigDecimal.valueOf(2_500_000));
        cell.setValue(amount);
        checks.check(form);

        var file = Path.of(arguments[0], "danhsach.docx");
        try (var out = Files.newOutputStream(file)) {
            new DocxExporter()
                    .export(Layout.of(form, Registry.installed().profile("nd30").orElseThrow()), out, Progress.NONE);
        }
        System.out.println(file + ": " + Files.size(file));
    }
}
