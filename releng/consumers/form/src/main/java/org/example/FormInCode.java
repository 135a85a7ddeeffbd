/* SPDX-License-Identifier: EPL-2.0 */
package org.example;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bieumau.core.check.Checks;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.ColumnType;

/** Creates a form in code, checks it, and exports it to Word. */
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
        var text = BieumauFactory.eINSTANCE.createTextValue();
        text.setText("nhiều");
        cell.setValue(text);
        entry.getCells().add(cell);
        form.getEntries().add(entry);

        Checks.check(form, finding -> System.out.println(finding.code() + ": " + finding.message()));
        var amount = model.createNumberValue();
        amount.setNumber(BigDecimal.valueOf(2_500_000));
        cell.setValue(amount);
        Checks.check(form, finding -> {
            throw new IllegalStateException(finding.message());
        });

        var registry = Registry.installed();
        var file = Path.of(arguments[0], "danhsach.docx");
        try (var out = Files.newOutputStream(file)) {
            registry.exporter("docx")
                    .orElseThrow()
                    .export(Layout.of(form, registry.profile("nd30").orElseThrow()), out, Progress.NONE);
        }
        System.out.println(file + ": " + Files.size(file));
    }
}
