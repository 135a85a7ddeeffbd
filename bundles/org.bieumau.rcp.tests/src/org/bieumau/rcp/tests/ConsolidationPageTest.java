/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.pages.PagesPage;
import org.bieumau.model.Form;
import org.bieumau.rcp.internal.campaign.CampaignPage;
import org.bieumau.rcp.internal.source.SourceEditor;
import org.eclipse.core.resources.IProject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.actions.ActionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The Consolidation page: the state of the units, decisions, sources, results. */
class ConsolidationPageTest {

    private static final String UNITS = """
            danh mục Xã {
                tânThủy "UBND xã Tân Thủy"
                hòaBình "UBND xã Hòa Bình"
                anThới "UBND phường An Thới"
                vĩnhAn "UBND xã Vĩnh An"
                bìnhPhú "UBND xã Bình Phú"
                longĐiền "UBND xã Long Điền"
                phúMỹ "UBND phường Phú Mỹ"
            }
            """;
    private static final String FORM = """
            mẫu biểu BCLaoĐộng "BÁO CÁO THÔNG TIN CUNG LAO ĐỘNG" {
                đơn vị tính "người"
                dòng đơn vị "Đơn vị báo cáo: …"
                cột tt "TT": số thứ tự
                cột chỉTiêu "Chỉ tiêu": chữ
                cột sốLượng "Số lượng": số
                cột nữ "Trong đó nữ": số
                chỉ tiêu {
                    tổng "1" "Số người từ 15 tuổi trở lên" { thànhThị "a" "Thành thị"   nôngThôn "b" "Nông thôn" }
                    cóViệc "2" "Số người có việc làm"
                }
            }
            """;
    private static final String TEXT = "phiên bản 2\n\n" + UNITS + FORM + """

            // Đợt của năm nay.
            đợt tổng hợp CungLaoĐộng2022 "Cung lao động năm 2022" {
                mẫu BCLaoĐộng
                hạn nộp 15/12/2022   // theo Công văn số 12
                đơn vị theo Xã
                thư mục "nop-ve"
            }
            """;

    @RegisterExtension
    final Studio studio = new Studio();

    private IProject project;
    private Path folder;
    private BieuEditor editor;
    private CampaignPage page;

    @BeforeEach
    void createProject() throws Exception {
        project = studio.project("tonghop");
        folder = Files.createDirectories(project.getLocation().toPath().resolve("nop-ve"));
    }

    private static String rows(int... numbers) {
        var names = List.of("tổng", "tổng.thànhThị", "tổng.nôngThôn", "cóViệc");
        var text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            text.append(
                    "chỉ tiêu %s { sốLượng %d nữ %d }\n".formatted(names.get(i), numbers[2 * i], numbers[2 * i + 1]));
        }
        return text.toString();
    }

    /** Writes a return as a unit fills it in. */
    private static Path write(Path target, String unit, String day, String rows) throws Exception {
        var read = new BieuReader()
                .read("phiên bản 2\n" + FORM + "biểu B lập theo mẫu BCLaoĐộng {\nđơn vị lập \"" + unit + "\"\n" + rows
                        + "}\n");
        Files.createDirectories(target.getParent());
        read.export(read.element(Form.class, "B").orElseThrow(), target);
        Files.setLastModifiedTime(target, FileTime.from(Instant.parse(day + "T03:00:00Z")));
        return target;
    }

    private void receive() throws Exception {
        write(folder.resolve("Tan Thuy.xlsx"), "UBND xã Tân Thủy", "2022-12-05", rows(100, 50, 60, 30, 40, 20, 80, 40));
        write(folder.resolve("hoabinh.docx"), "UBND xã Hòa Bình", "2022-12-08", rows(110, 50, 60, 30, 50, 20, 80, 40));
        write(
                folder.resolve("An Thoi.xlsx"),
                "UBND phường An Thới",
                "2022-12-19",
                rows(120, 50, 60, 30, 60, 20, 80, 40));
        write(folder.resolve("VA.xlsx"), "UBND xã Vĩnh An", "2022-12-12", rows(12000, 50, 60, 30, 60, 20, 80, 40));
        write(folder.resolve("bp 1.xlsx"), "UBND xã Bình Phú", "2022-12-09", rows(90, 40, 50, 20, 40, 20, 70, 30));
        write(folder.resolve("bp 2.xlsx"), "UBND xã Bình Phú", "2022-12-12", rows(90, 40, 50, 20, 40, 20, 75, 30));
        Files.writeString(
                folder.resolve("UBND xã Long Điền.xlsx"),
                "không phải tệp Excel, mà là chữ thường gửi nhầm trong thư điện tử");
    }

    private void open() throws Exception {
        editor = (BieuEditor) studio.open(studio.file(project, "dot.bieu", TEXT));
        page = (CampaignPage) editor.show(CampaignPage.ID);
        Studio.settle(page);
    }

    // Widgets

    private Composite parent() {
        Composite parent = Studio.widget(editor.textEditor());
        while (!(parent instanceof CTabFolder)) {
            parent = parent.getParent();
        }
        return parent;
    }

    private <T extends Control> List<T> all(Class<T> type) {
        return all(parent(), type, new ArrayList<>());
    }

    private static <T extends Control> List<T> all(Composite parent, Class<T> type, List<T> found) {
        for (var child : parent.getChildren()) {
            if (type.isInstance(child) && child.isVisible()) {
                found.add(type.cast(child));
            }
            if (child instanceof Composite inner) {
                all(inner, type, found);
            }
        }
        return found;
    }

    private CTabFolder tabs() {
        return all(CTabFolder.class).getFirst();
    }

    private List<String> titles() {
        return Arrays.stream(tabs().getItems()).map(CTabItem::getText).toList();
    }

    private Table table() {
        return all(Table.class).getFirst();
    }

    private static String row(Table table, int index) {
        var item = table.getItem(index);
        var texts = new ArrayList<String>();
        for (int i = 0; i < table.getColumnCount(); i++) {
            texts.add(item.getText(i));
        }
        return String.join(" | ", texts);
    }

    private static List<String> rows(Table table) {
        var rows = new ArrayList<String>();
        for (int i = 0; i < table.getItemCount(); i++) {
            rows.add(row(table, i));
        }
        return rows;
    }

    private ToolItem tool(String text) {
        return all(ToolBar.class).stream()
                .flatMap(bar -> Arrays.stream(bar.getItems()))
                .filter(item -> item.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private void press(String tool) {
        tool(tool).notifyListeners(SWT.Selection, new Event());
    }

    private void showDifferences() {
        tabs().setSelection(1);
        tabs().notifyListeners(SWT.Selection, new Event());
        Studio.spin(100);
    }

    /** Selects the difference whose text contains a part, and waits for its choices. */
    private void select(String part) {
        var table = table();
        for (int i = 0; i < table.getItemCount(); i++) {
            if (row(table, i).contains(part)) {
                table.setSelection(i);
                table.notifyListeners(SWT.Selection, new Event());
                Studio.until("choices", () -> !choices().isEmpty());
                Studio.spin(100);
                return;
            }
        }
        throw new AssertionError(rows(table).toString());
    }

    private List<String> choices() {
        return all(Button.class).stream()
                .filter(button -> button.getSize().x > 20 && button.getSize().y > 10)
                .map(button -> button.getText().replace("&", ""))
                .toList();
    }

    private void choose(String label) {
        assertTrue(choices().contains(label), () -> choices().toString());
        Studio.press(parent(), label);
        Studio.until("the text has the decision", () -> editor.changes().isIdle());
        Studio.settle(page);
    }

    private Text reason() {
        return all(Text.class).stream()
                .filter(field -> field.getMessage().startsWith("Lý do"))
                .findFirst()
                .orElseThrow();
    }

    private void undo() {
        editor.textEditor().getAction(ActionFactory.UNDO.getId()).run();
        Studio.settle(editor.textEditor());
        Studio.settle(page);
    }

    private static void filter(Combo combo, String prefix) {
        for (int i = 0; i < combo.getItemCount(); i++) {
            if (combo.getItem(i).startsWith(prefix)) {
                combo.select(i);
                combo.notifyListeners(SWT.Selection, new Event());
                return;
            }
        }
        throw new AssertionError(Arrays.toString(combo.getItems()));
    }

    private Combo kinds() {
        return all(Combo.class).stream()
                .filter(combo -> combo.getItemCount() > 0 && combo.getItem(0).contains("("))
                .findFirst()
                .orElseThrow();
    }

    // Tests

    @Test
    void unitsAreShownWithTheirStateAndFiltered() throws Exception {
        receive();
        open();
        assertEquals(
                List.of(
                        "UBND xã Tân Thủy | Đúng hạn | 05/12/2022 | Tan Thuy.xlsx",
                        "UBND xã Hòa Bình | Đúng hạn | 08/12/2022 | hoabinh.docx",
                        "UBND phường An Thới | Quá hạn | 19/12/2022 | An Thoi.xlsx",
                        "UBND xã Vĩnh An | Đúng hạn | 12/12/2022 | VA.xlsx",
                        "UBND xã Bình Phú | Nộp nhiều bản, chờ quyết định |  | bp 1.xlsx",
                        "UBND xã Long Điền | Không đọc được |  | UBND xã Long Điền.xlsx",
                        "UBND phường Phú Mỹ | Chưa nộp |  | "),
                rows(table()).stream()
                        .map(row -> row.replaceFirst("( \\|[^|]*){2}$", "").stripTrailing())
                        .map(row -> row.endsWith("|") ? row + " " : row)
                        .toList());
        var colours = new ArrayList<Object>();
        for (int i = 0; i < 7; i++) {
            colours.add(table().getItem(i).getBackground(1));
        }
        assertEquals(5, colours.stream().distinct().count());
        assertEquals(colours.get(0), colours.get(1));
        assertEquals("Đơn vị (7)", titles().getFirst());
        studio.shot("tonghop-donvi");
        filter(kinds(), "Chưa nộp");
        assertEquals(1, table().getItemCount());
        assertTrue(row(table(), 0).startsWith("UBND phường Phú Mỹ | Chưa nộp"));
        filter(kinds(), "Tất cả");
        var search = all(Text.class).stream()
                .filter(field -> field.getMessage().startsWith("Tìm đơn vị"))
                .findFirst()
                .orElseThrow();
        search.setText("vinh an");
        assertEquals(1, table().getItemCount());
        assertEquals(TEXT, editor.document().get());
        assertFalse(editor.isDirty());
    }

    @Test
    void decisionsAreWrittenByAClickAndUndone() throws Exception {
        receive();
        open();
        showDifferences();
        var open = titles().get(1);
        select("gấp hơn 10 lần");
        studio.shot("tonghop-saikhac");
        var sources = all(Table.class);
        assertEquals(3, sources.size(), "the list and both sources");
        assertEquals("Số người từ 15 tuổi trở lên | 12.000 | 50", row(sources.get(1), 0));
        assertEquals("UBND xã Tân Thủy | 100", row(sources.get(2), 0));
        reason().setText("đã gọi xác nhận 20/12");
        choose("Chấp nhận 12.000");
        var decided = TEXT.replace("""
                    thư mục "nop-ve"
                }
                """, """
                    thư mục "nop-ve"
                    quyết định {
                        vĩnhAn, tổng, sốLượng: chấp nhận ("đã gọi xác nhận 20/12")
                    }
                }
                """);
        assertEquals(decided, editor.document().get());
        assertTrue(!titles().get(1).equals(open), open);
        filter(kinds(), "Đã quyết định");
        assertTrue(row(table(), 0).endsWith("chấp nhận (đã gọi xác nhận 20/12)"), row(table(), 0));
        undo();
        assertEquals(TEXT, editor.document().get());
        assertEquals(open, titles().get(1));
        filter(kinds(), "Cần quyết định");
        select("nộp nhiều bản khác nhau");
        studio.shot("tonghop-haiban");
        assertEquals(
                "Số người có việc làm | Số lượng | 70", row(all(Table.class).get(1), 0));
        assertEquals(
                "Số người có việc làm | Số lượng | 75", row(all(Table.class).get(2), 0));
        choose("Lấy tệp «bp 2.xlsx»");
        assertTrue(editor.document().get().contains("bìnhPhú: lấy tệp \"bp 2.xlsx\"\n"), editor.document()::get);
        tabs().setSelection(0);
        Studio.spin(100);
        assertTrue(row(table(), 4).startsWith("UBND xã Bình Phú | Đúng hạn | 12/12/2022 | bp 2.xlsx"), row(table(), 4));
    }

    @Test
    void valueIsKeptAndAWrongOneRefused() throws Exception {
        receive();
        open();
        showDifferences();
        select("gấp hơn 10 lần");
        var field = all(Text.class).stream()
                .filter(each -> each.getText().equals("12.000"))
                .findFirst()
                .orElseThrow();
        field.setText("nhiều");
        choose("Giữ giá trị này");
        assertEquals(TEXT, editor.document().get());
        field = all(Text.class).stream()
                .filter(each -> each.getMessage().equals("giá trị đúng"))
                .findFirst()
                .orElseThrow();
        field.setText("1.200");
        choose("Giữ giá trị này");
        assertTrue(editor.document().get().contains("vĩnhAn, tổng, sốLượng: giữ 1200\n"), editor.document()::get);
    }

    @Test
    void anyCellOfTheReturnCanBeDecided() throws Exception {
        receive();
        open();
        showDifferences();
        select("gấp hơn 10 lần");
        var source = all(Table.class).get(1);
        var event = new Event();
        var bounds = source.getItem(3).getBounds(2);
        event.x = bounds.x + 5;
        event.y = bounds.y + 5;
        source.notifyListeners(SWT.MouseDown, event);
        source.setSelection(3);
        event.item = source.getItem(3);
        source.notifyListeners(SWT.Selection, event);
        assertTrue(labels().contains("Số người có việc làm, Trong đó nữ"), labels()::toString);
        studio.shot("tonghop-oc");
        var field = all(Text.class).stream()
                .filter(each -> each.getMessage().equals("giá trị đúng"))
                .findFirst()
                .orElseThrow();
        assertEquals("40", field.getText());
        field.setText("45");
        choose("Giữ giá trị này");
        assertTrue(editor.document().get().contains("vĩnhAn, cóViệc, nữ: giữ 45\n"), editor.document()::get);
    }

    @Test
    void doubleClickOpensTheReturnAtTheCell() throws Exception {
        receive();
        open();
        showDifferences();
        select("gấp hơn 10 lần");
        table().notifyListeners(SWT.DefaultSelection, new Event());
        Studio.until("the file is open", () -> studio.page().getActiveEditor() instanceof SourceEditor);
        var source = (SourceEditor) studio.page().getActiveEditor();
        Studio.until("the file is read", () -> !source.selected().isEmpty());
        Studio.spin(200);
        assertEquals("VA.xlsx", source.getEditorInput().getName());
        assertEquals("12000", source.selected().replace(".", ""));
    }

    @Test
    void returnInAnArchiveIsOpened() throws Exception {
        var file = write(
                project.getLocation().toPath().resolve("gui/phu my.xlsx"),
                "UBND phường Phú Mỹ",
                "2022-12-14",
                rows(80, 40, 50, 20, 30, 20, 70, 30));
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("thu.zip")))) {
            zip.putNextEntry(new ZipEntry("xã/phu my.xlsx"));
            zip.write(Files.readAllBytes(file));
        }
        open();
        var row = row(table(), 6);
        assertTrue(row.contains("| thu.zip/xã/phu my.xlsx |"), row);
        table().setSelection(6);
        table().notifyListeners(SWT.DefaultSelection, new Event());
        Studio.until("the file is open", () -> studio.page().getActiveEditor() instanceof SourceEditor);
        var source = (SourceEditor) studio.page().getActiveEditor();
        Studio.until("the file is read", () -> !source.selected().isEmpty());
        assertEquals("phu my.xlsx", source.getEditorInput().getName());
        assertTrue(source.find("80").isPresent());
    }

    @Test
    void resultsAreWrittenForTheUnsavedText() throws Exception {
        receive();
        open();
        showDifferences();
        select("nộp nhiều bản khác nhau");
        choose("Lấy tệp «bp 1.xlsx»");
        assertTrue(editor.isDirty());
        press("Tổng hợp");
        Studio.until("running", () -> tool("Dừng").isEnabled());
        Studio.settle(page);
        var results = folder.resolveSibling("ket-qua");
        var text = Files.readString(results.resolve("CungLaoĐộng2022.bieu"));
        // 100 + 110 + 120 + 12000 + 90
        assertTrue(text.contains("12.420"), text);
        assertTrue(Files.exists(results.resolve("CungLaoĐộng2022.xlsx")));
        assertTrue(tool("Kết quả").isEnabled());
        assertTrue(
                all(Label.class).stream().anyMatch(label -> label.getText().startsWith("Đã ghi ")),
                () -> all(Label.class).stream().map(Label::getText).toList().toString());
        studio.shot("tonghop-ketqua");
    }

    @Test
    void stoppedRunGoesOn() throws Exception {
        for (int i = 0; i < 60; i++) {
            write(
                    folder.resolve("tt %02d.xlsx".formatted(i)),
                    "UBND xã Tân Thủy",
                    "2022-12-05",
                    rows(100 + i, 50, 60, 30, 40 + i, 20, 80, 40));
        }
        editor = (BieuEditor) studio.open(studio.file(project, "dot.bieu", TEXT));
        page = (CampaignPage) editor.show(CampaignPage.ID);
        Studio.until("reading", () -> labels().stream().anyMatch(text -> text.startsWith("Đã đọc ")));
        press("Dừng");
        Studio.settle(page);
        assertTrue(labels().stream().anyMatch(text -> text.startsWith("Đã dừng sau ")), labels()::toString);
        press("Xem lại");
        Studio.until("running", () -> tool("Dừng").isEnabled());
        Studio.settle(page);
        assertTrue(labels().stream().anyMatch(text -> text.startsWith("Đã xem 60 tệp")), labels()::toString);
        assertTrue(row(table(), 0).startsWith("UBND xã Tân Thủy | Nộp nhiều bản"), row(table(), 0));
    }

    private List<String> labels() {
        return all(Label.class).stream().map(Label::getText).toList();
    }

    /** Drags a file from another window with the mouse. */
    @Test
    void droppedFileIsAddedAndRead() throws Exception {
        receive();
        open();
        var sent = write(
                project.getLocation().toPath().resolve("gui/phu my.xlsx"),
                "UBND phường Phú Mỹ",
                "2022-12-14",
                rows(80, 40, 50, 20, 30, 20, 70, 30));
        var window = studio.page().getWorkbenchWindow().getShell();
        var source = new Shell(window.getDisplay(), SWT.SHELL_TRIM);
        source.setBounds(20, 560, 240, 140);
        source.setLayout(new FillLayout());
        var handle = new Label(source, SWT.NONE);
        handle.setText("tệp");
        var drag = new DragSource(handle, DND.DROP_COPY);
        drag.setTransfer(FileTransfer.getInstance());
        drag.addDragListener(new DragSourceAdapter() {
            @Override
            public void dragSetData(DragSourceEvent event) {
                event.data = new String[] {sent.toString()};
            }
        });
        source.open();
        new Person(source).drag(handle, 80, 40, table(), 300, 60);
        Studio.until("the file is there", () -> Files.exists(folder.resolve("phu my.xlsx")));
        source.dispose();
        Studio.until("read", () -> row(table(), 6).startsWith("UBND phường Phú Mỹ | Đúng hạn | 14/12/2022"));
        Studio.settle(page);
    }

    @Test
    void reminderIsWrittenAndOpened() throws Exception {
        receive();
        var text = TEXT.replace(
                        "danh mục Xã",
                        "cơ quan SLĐ \"Sở Lao động\" { viết tắt \"SLĐ\" địa danh \"Quảng Ngãi\" }\ndanh mục Xã")
                .replace("mẫu BCLaoĐộng\n    hạn", "mẫu BCLaoĐộng\n    cơ quan tổng hợp SLĐ\n    hạn");
        editor = (BieuEditor) studio.open(studio.file(project, "dot.bieu", text));
        page = (CampaignPage) editor.show(CampaignPage.ID);
        Studio.settle(page);
        var asked = studio.answer(shell -> Studio.press(shell, "Một công văn chung"));
        press("Nhắc đơn vị trễ");
        Studio.until("answered", () -> asked.get() != null);
        Studio.until(
                "the letter is open",
                () -> studio.page().getActiveEditor() != null
                        && studio.page()
                                .getActiveEditor()
                                .getEditorInput()
                                .getName()
                                .endsWith("-don-doc.bieu"));
        var letter = (BieuEditor) studio.page().getActiveEditor();
        Studio.settle(letter.textEditor());
        assertTrue(letter.document().get().contains("UBND phường Phú Mỹ"), letter.document()::get);
        assertTrue(letter.document().get().contains("UBND xã Long Điền"), letter.document()::get);
        assertFalse(letter.document().get().contains("UBND xã Tân Thủy"), letter.document()::get);
        assertEquals(PagesPage.ID, letter.getActivePageInstance().getId());
        Studio.settle((PagesPage) letter.shownPage().orElseThrow());
        Studio.spin(1500);
        studio.shot("tonghop-dondoc");
    }

    @Test
    void fileWithoutCampaignSaysHowToCreateOne() throws Exception {
        editor = (BieuEditor) studio.open(studio.file(project, "khac.bieu", "phiên bản 2\n" + FORM));
        page = (CampaignPage) editor.show(CampaignPage.ID);
        Studio.until("shown", () -> labels().stream().anyMatch(text -> text.contains("chưa có đợt tổng hợp nào")));
    }

    @Test
    void missingFolderIsToldAndFilesAreFoundLater() throws Exception {
        Files.delete(folder);
        open();
        assertTrue(labels().stream().anyMatch(text -> text.contains("Không có thư mục")), labels()::toString);
        receive();
        press("Xem lại");
        Studio.until("running", () -> tool("Dừng").isEnabled());
        Studio.settle(page);
        assertFalse(labels().stream().anyMatch(text -> text.contains("Không có thư mục")), labels()::toString);
        assertEquals(7, table().getItemCount());
    }
}
