/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import javax.print.DocFlavor;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.StreamPrintServiceFactory;
import org.bieumau.editor.internal.prose.ProsePage;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ctrl+P prints what the editor shows, on any page. */
class PrintTest {

    private static final String NAME = "Máy in thử";
    private static final int PAGES = 3;

    @RegisterExtension
    final Studio studio = new Studio();

    private final ByteArrayOutputStream paper = new ByteArrayOutputStream();

    /** A printer that writes PostScript to {@link #paper}. */
    private PrintService printer() {
        var factory = StreamPrintServiceFactory.lookupStreamPrintServiceFactories(
                DocFlavor.SERVICE_FORMATTED.PAGEABLE, "application/postscript")[0];
        return (PrintService) Proxy.newProxyInstance(
                PrintTest.class.getClassLoader(),
                new Class<?>[] {PrintService.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getName" -> NAME;
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> 1;
                    case "toString" -> NAME;
                    default -> {
                        try {
                            yield method.invoke(factory.getPrintService(paper), arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }
                });
    }

    private static Shell dialog() {
        for (var shell : Display.getCurrent().getShells()) {
            if (shell.isVisible() && shell.getText().equals("In")) {
                return shell;
            }
        }
        return null;
    }

    private Shell press(Person person, String... keys) {
        person.press(keys);
        Studio.until("the dialogue is open", () -> dialog() != null);
        return dialog();
    }

    private static <T extends Control> T find(Shell shell, Class<T> type, Predicate<T> condition) {
        return Studio.find(shell, type, condition);
    }

    private static Button button(Shell shell, String label) {
        return find(shell, Button.class, each -> each.getText().replace("&", "").equals(label));
    }

    private void untilPrinted() {
        Studio.until(
                "printed", () -> paper.toString(StandardCharsets.ISO_8859_1).contains("%%EOF"));
        Studio.spin(200);
    }

    private List<String> printed() {
        return paper.toString(StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.startsWith("%%Page: "))
                .toList();
    }

    @Test
    void pagesAreSentToThePrinterOrOfferedAsPdfWithoutOne() throws Exception {
        var words = "một hai ba bốn năm sáu bảy tám chín mười ".repeat(10).strip();
        var text = "cơ quan A \"Á\"\nkế hoạch K {\n    cơ quan ban hành A\n    nội dung '''\n"
                + ("        " + words + "\n").repeat(14) + "    '''\n}\n"
                + "mẫu biểu M \"MẪU\" { cột tên \"TÊN\": chữ }\n";
        var editor = studio.edit(text);
        var person = new Person(studio.page().getWorkbenchWindow().getShell());
        if (PrintServiceLookup.lookupPrintServices(null, null).length == 0) {
            var dialog = press(person, "ctrl+p");
            Studio.until("the PDF is offered", () -> button(dialog, "Mở bản PDF") != null);
            Studio.until(
                    "no printer",
                    () -> find(dialog, Label.class, each -> each.getText().startsWith("Máy này chưa có máy in"))
                            != null);
            assertEquals("Mở bản PDF", dialog.getDefaultButton().getText().replace("&", ""));
            assertTrue(button(dialog, "In") == null, "the button is enabled");
            person.press("Escape");
            Studio.until("closed", () -> dialog() == null);
        }
        PrintServiceLookup.registerService(printer());

        // What is typed and not saved is printed, too.
        var page = (ProsePage) editor.show(ProsePage.ID);
        Studio.settle(page);
        page.text().setFocus();
        person.press("ctrl+End");
        person.type(" xong");
        var dialog = press(person, "ctrl+p");
        Studio.until("a printer is found", () -> button(dialog, "In") != null);
        var printers =
                find(dialog, Combo.class, each -> List.of(each.getItems()).contains(NAME));
        printers.select(printers.indexOf(NAME));
        assertEquals("K", find(dialog, Combo.class, each -> true).getText());
        find(dialog, Text.class, each -> true).setFocus();
        person.type("2-x");
        assertTrue(button(dialog, "In") == null, "the button is enabled");
        person.press("BackSpace", "3", "Return");
        untilPrinted();
        assertEquals(List.of("%%Page: 2 2", "%%Page: 3 3"), printed());
        assertTrue(editor.isDirty());

        // The whole file, from the Source page and with an error that stops an export.
        paper.reset();
        editor.document().replace(0, 0, "báo cáo L { cơ quan ban hành Lạ }\n");
        editor.showText(editor.document().getLength() - 60, 0);
        person.click((Control) editor.textEditor().getAdapter(Control.class), 60, 40);
        Studio.spin(300);
        var whole = press(person, "ctrl+p");
        Studio.until("a printer is found", () -> button(whole, "In") != null);
        var elements = find(whole, Combo.class, each -> List.of(each.getItems()).contains("K"));
        assertTrue(elements.isEnabled());
        assertEquals(List.of("L", "K", "M"), List.of(elements.getItems()));
        elements.select(1);
        studio.shot("in", whole);
        person.press("Return");
        untilPrinted();
        assertEquals(PAGES, printed().size());
        assertFalse(paper.size() == 0);
    }
}
