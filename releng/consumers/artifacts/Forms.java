/* SPDX-License-Identifier: EPL-2.0 */
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.check.Checks;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Cell;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Form;

/** Creates a form in code, checks it, lays it out, and exports it in the formats of the arguments. */
public final class Forms {

    public static void main(String[] formats) throws Exception {
        var form = form();
        var cell = form.getEntries().getFirst().getCells().getFirst();
        var text = BieumauFactory.eINSTANCE.createTextValue();
        text.setText("nhiều");
        cell.setValue(text);
        expect(codes(form).size() == 1, "Problems of a word for an amount: " + codes(form));
        amount(cell);
        expect(codes(form).isEmpty(), "Problems of an amount: " + codes(form));

        var registry = Registry.installed();
        expect(registry.problems().isEmpty(), registry.problems().toString());
        var layout = Layout.of(form, registry.profile("nd30").orElseThrow());
        expect(layout.title().equals("DANH SÁCH"), layout.title());
        for (var format : formats) {
            var out = new ByteArrayOutputStream();
            registry.exporter(format).orElseThrow().export(layout, out, Progress.NONE);
            expect(out.size() > 0, format + ": " + out.size());
        }
        expect(
                registry.exporters().size() == formats.length,
                registry.exporters().toString());
    }

    private static Form form() {
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
        entry.getCells().add(cell);
        form.getEntries().add(entry);
        return form;
    }

    private static void amount(Cell cell) {
        var amount = BieumauFactory.eINSTANCE.createNumberValue();
        amount.setNumber(BigDecimal.valueOf(2_500_000));
        cell.setValue(amount);
    }

    private static List<String> codes(Form form) {
        var codes = new ArrayList<String>();
        Checks.check(form, finding -> codes.add(finding.code()));
        return codes;
    }

    private static void expect(boolean condition, String found) {
        if (!condition) {
            throw new IllegalStateException(found);
        }
    }
}
