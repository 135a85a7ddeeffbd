/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bieumau.core.registry.Registry;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.grid.GridPage;
import org.bieumau.model.DocumentType;
import org.bieumau.rcp.internal.campaign.CampaignPage;
import org.bieumau.rcp.internal.export.ExportFiles;
import org.bieumau.rcp.internal.gallery.Gallery;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.validation.Issue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wizards and the files they create. */
class WizardsTest {

    @RegisterExtension
    final Studio studio = new Studio();

    @BeforeEach
    void forgetOwnAgency() throws Exception {
        InstanceScope.INSTANCE.getNode("org.bieumau.rcp/agency").clear();
    }

    @Test
    void documentOfEachTypeIsChosenByItsPictureAndHasGapsForWhatIsNotKnown() throws Exception {
        var dialog = open("org.bieumau.rcp.new.vanban");
        var person = new Person(dialog.getShell());
        var gallery = Studio.child(dialog.getShell(), Gallery.class);
        assertEquals(29, gallery.titles().size());
        Studio.until("pictures", gallery::isSettled);
        studio.shot("moi-vanban", dialog.getShell());
        person.type("giay");
        assertEquals(List.of("Giấy mời", "Giấy giới thiệu", "Giấy ủy quyền", "Giấy nghỉ phép"), gallery.titles());
        person.press("ctrl+a");
        person.type("quyet dinh");
        assertEquals(List.of("Tờ trình", "Quyết định"), gallery.titles());
        assertEquals(DocumentType.DECISION, gallery.value());
        person.press("ctrl+a", "BackSpace", "Down", "Right");
        assertEquals(DocumentType.DIRECTIVE, gallery.value());
        person.press("Left", "Return");
        // The second page. Nothing but the subject is known.
        person.type("Thanh lap To");
        studio.shot("moi-vanban-2", dialog.getShell());
        assertTrue(Studio.press(dialog.getShell(), "Hoàn thành"));
        var editor = (BieuEditor) studio.page().getActiveEditor();
        Studio.settle(editor.textEditor());
        var text = editor.document().get();
        assertTrue(text.contains("quyết định QuyếtĐịnh {") && text.contains("trích yếu \"Thanh lap To\""), text);
        assertTrue(text.contains("cơ quan CơQuan \"…\"") && text.contains("họ tên \"…\""), text);
        assertFalse(text.contains("Nguyễn") || text.contains("Sở Nội vụ"), text);
        studio.shot("moi-vanban-mo");
        var exported = ExportFiles.run(
                List.of(((IFileEditorInput) editor.getEditorInput())
                        .getFile()
                        .getLocation()
                        .toPath()),
                List.of(Registry.installed().exporter("docx").orElseThrow()),
                Files.createTempDirectory("xuat"),
                new NullProgressMonitor());
        assertEquals(1, exported.written().size());
        assertTrue(exported.reasons().getFirst().contains("còn 11 chỗ trống «…»"), exported.toString());
    }

    @Test
    void agencyOfAPackIsChosenAndKeptForTheNextDocument() throws Exception {
        var dialog = open("org.bieumau.rcp.new.congvan");
        var person = new Person(dialog.getShell());
        var choose = button(dialog, "Chọn…");
        Studio.until("agencies", choose::isEnabled);
        person.type("Dang ky mo hinh");
        choose.notifyListeners(SWT.Selection, new Event());
        Studio.spin(300);
        studio.shot("moi-congvan-coquan");
        person.type("so khoa hoc quangngai");
        person.press("Return");
        var unit = Studio.find(dialog.getShell(), Combo.class, each -> each.indexOf("Văn phòng Sở") >= 0);
        unit.select(unit.indexOf("Văn phòng Sở"));
        button(dialog, "Đây là cơ quan của tôi: nhớ cho lần sau").setSelection(true);
        studio.shot("moi-congvan", dialog.getShell());
        assertTrue(Studio.press(dialog.getShell(), "Hoàn thành"));
        var editor = (BieuEditor) studio.page().getActiveEditor();
        Studio.settle(editor.textEditor());
        var text = editor.document().get();
        assertTrue(text.contains("dùng quangngai\n") && text.contains("cơ quan ban hành SKHCN\n"), text);
        assertTrue(text.contains("đơn vị soạn thảo VP\n") && text.contains("lưu VT, VP\n"), text);
        assertEquals(
                Set.of("DOCUMENT-BLANK"),
                editor.open().problems().stream()
                        .filter(issue ->
                                issue.getSeverity() == Severity.ERROR || issue.getSeverity() == Severity.WARNING)
                        .map(Issue::getCode)
                        .collect(Collectors.toSet()));
        dialog = open("org.bieumau.rcp.new.kehoach");
        assertNotNull(Studio.find(
                dialog.getShell(), Text.class, each -> each.getText().equals("Sở Khoa học và Công nghệ")));
        dialog.close();
    }

    private static Button button(WizardDialog dialog, String text) {
        return Studio.find(
                dialog.getShell(),
                Button.class,
                each -> each.getText().replace("&", "").equals(text));
    }

    @Test
    void newFormTemplateIsCreatedAndOpened() throws Exception {
        var dialog = open("org.bieumau.rcp.new.maubieu");
        var title = Studio.child(dialog.getShell(), Text.class);
        title.setText("BIỂU KHẢO SÁT NHU CẦU");
        studio.shot("moi-maubieu");
        assertTrue(Studio.press(dialog.getShell(), "Hoàn thành"));
        Studio.spin(300);
        var editor = studio.page().getActiveEditor();
        assertEquals("bieu-khao-sat-nhu-cau.bieu", editor.getEditorInput().getName());
        Studio.settle(Studio.text(editor));
        studio.shot("moi-maubieu-mo");
    }

    private WizardDialog open(String id) throws Exception {
        var wizard = (INewWizard)
                PlatformUI.getWorkbench().getNewWizardRegistry().findWizard(id).createWizard();
        wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
        var dialog = new WizardDialog(studio.page().getWorkbenchWindow().getShell(), wizard);
        dialog.setBlockOnOpen(false);
        dialog.open();
        return dialog;
    }

    @Test
    void formIsCreatedFromATemplateOfAPack() throws Exception {
        var dialog = open("org.bieumau.rcp.new.bieu");
        var gallery = templates(dialog);
        assertTrue(gallery.titles().size() > 2);
        Studio.until("pictures", gallery::isSettled);
        studio.shot("moi-bieu-mau", dialog.getShell());
        var person = new Person(dialog.getShell());
        person.type("bieu so 2 dang ky");
        studio.shot("moi-bieu", dialog.getShell());
        assertTrue(Studio.press(dialog.getShell(), "Hoàn thành"));
        var editor = (BieuEditor) studio.page().getActiveEditor();
        Studio.settle(editor.textEditor());
        assertEquals(GridPage.ID, editor.getActivePageInstance().getId());
        assertTrue(
                editor.document().get().contains("lập theo mẫu BiểuSố2"),
                editor.document().get());
        assertEquals(List.of(), unresolved(editor));
        Studio.spin(500);
        studio.shot("moi-bieu-mo");
    }

    private static List<String> unresolved(BieuEditor editor) {
        return editor.open().problems().stream()
                .filter(issue -> issue.getCode().startsWith("SYNTAX")
                        || issue.getCode().contains("Linking")
                        || issue.getCode().startsWith("LIBRARY")
                        || issue.getCode().startsWith("NAME"))
                .map(Object::toString)
                .toList();
    }

    private static Gallery templates(WizardDialog dialog) {
        var gallery = Studio.child(dialog.getShell(), Gallery.class);
        Studio.until("templates", () -> !gallery.titles().isEmpty());
        return gallery;
    }

    @Test
    void templateOfAFormIsSavedAndOfferedForNewForms() throws Exception {
        var editor = studio.edit("""
                phiên bản 2
                danh mục Nhóm { A "Nhóm A" B "Nhóm B" }
                danh mục Thừa { C "Nhóm C" }
                // Cột do Sở đặt.
                mẫu biểu Khảo "BIỂU KHẢO SÁT" { lĩnh vực theo Nhóm   cột a "VIỆC": chữ   cột b "SỐ": số }
                biểu Khảo2026 lập theo mẫu Khảo { lĩnh vực A { dòng { a "Một"   b 1 } } }
                """);
        editor.show(GridPage.ID);
        Studio.settle((GridPage) editor.shownPage().orElseThrow());
        var answered = studio.answer(shell -> {
            var title = Studio.child(shell, Text.class);
            if (title != null && title.getText().equals("BIỂU KHẢO SÁT")) {
                title.setText("Khảo sát của Sở");
                return Studio.press(shell, "Đồng ý", "OK");
            }
            return shell.getText().equals("Lưu biểu thành mẫu của cơ quan") && Studio.press(shell, "Đóng");
        });
        editor.getSite().getService(IHandlerService.class).executeCommand("org.bieumau.rcp.saveTemplate", null);
        var project = ResourcesPlugin.getWorkspace().getRoot().getProject("mau-co-quan");
        Studio.until("saved", () -> project.getFile("khao-sat-cua-so.bieu").exists() && answered.get() != null);
        Studio.spin(600);
        assertEquals("""
                phiên bản 2
                thư viện riêng.khao_sat_cua_so

                danh mục Nhóm { A "Nhóm A" B "Nhóm B" }

                // Cột do Sở đặt.
                mẫu biểu Khảo "Khảo sát của Sở" { lĩnh vực theo Nhóm   cột a "VIỆC": chữ   cột b "SỐ": số }
                """, Studio.content(project.getFile("khao-sat-cua-so.bieu")));
        var dialog = open("org.bieumau.rcp.new.bieu");
        var gallery = templates(dialog);
        gallery.filter().setText("khao sat");
        assertEquals(List.of("Khảo sát của Sở"), gallery.titles());
        Studio.until("pictures", gallery::isSettled);
        studio.shot("moi-bieu-rieng", dialog.getShell());
        assertTrue(Studio.press(dialog.getShell(), "Hoàn thành"));
        var created = (BieuEditor) studio.page().getActiveEditor();
        Studio.settle(created.textEditor());
        assertTrue(created.document().get().contains("dùng riêng.khao_sat_cua_so"));
        assertEquals(List.of(), unresolved(created));
    }

    @Test
    void campaignIsCreatedFromAFormAndNamesOfUnits() throws Exception {
        var dialog = open("org.bieumau.rcp.new.dot");
        templates(dialog).filter().setText("bieu so 2");
        var deadline = Studio.find(
                dialog.getShell(), Text.class, each -> each.getMessage().startsWith("ngày/tháng/năm"));
        deadline.setText("32/12/2026");
        assertEquals(
                "Hạn nộp là một ngày, như 15/12/2026.", dialog.getCurrentPage().getErrorMessage());
        deadline.setText("15/12/2026");
        studio.shot("moi-dot-1", dialog.getShell());
        assertTrue(Studio.press(dialog.getShell(), "Sau >"));
        Studio.spin(200);
        var lists = Studio.child(dialog.getShell(), Combo.class);
        Studio.until("lists", () -> lists.getItemCount() > 1);
        var units = Studio.find(dialog.getShell(), Text.class, each -> (each.getStyle() & SWT.MULTI) != 0);
        units.setText("1. UBND xã Tân Thủy\t19273\tLê Thị B\nSở Nội vụ\nsở nội vụ");
        studio.shot("moi-dot-2", dialog.getShell());
        assertTrue(Studio.press(dialog.getShell(), "Hoàn thành"));
        var editor = (BieuEditor) studio.page().getActiveEditor();
        Studio.settle(editor.textEditor());
        assertEquals(CampaignPage.ID, editor.getActivePageInstance().getId());
        Studio.settle((CampaignPage) editor.shownPage().orElseThrow());
        var text = editor.document().get();
        assertTrue(text.contains("hạn nộp 15/12/2026\n"), text);
        assertTrue(
                text.contains("        tânThủy \"UBND xã Tân Thủy\" (mã số \"19273\", đầu mối \"Lê Thị B\")\n"
                        + "        sởNộiVụ \"Sở Nội vụ\"\n    }\n"),
                text);
        assertEquals(
                List.of(),
                editor.open().problems().stream()
                        .filter(issue ->
                                issue.getSeverity() == Severity.ERROR || issue.getSeverity() == Severity.WARNING)
                        .map(Object::toString)
                        .toList());
        var file = (IFileEditorInput) editor.getEditorInput();
        assertTrue(file.getFile().getProject().getFolder("nop-ve").exists());
        var shown = Studio.find(editor.getSite().getShell(), Table.class, each -> each.getColumnCount() == 6);
        assertEquals("UBND xã Tân Thủy", shown.getItem(0).getText(0));
        assertEquals("Lê Thị B", shown.getItem(0).getText(4));
    }

    @Test
    void exampleOfACampaignIsCreatedWithItsReturns() throws Exception {
        var dialog = open("org.bieumau.rcp.new.example");
        var list = Studio.child(dialog.getShell(), org.eclipse.swt.widgets.List.class);
        var index = list.indexOf("Ví dụ: đợt tổng hợp báo cáo, nối lời theo đề mục");
        assertTrue(index > 0);
        list.select(index);
        assertTrue(Studio.press(dialog.getShell(), "Hoàn thành"));
        var editor = (BieuEditor) studio.page().getActiveEditor();
        Studio.settle(editor.textEditor());
        assertEquals(CampaignPage.ID, editor.getActivePageInstance().getId());
        Studio.settle((CampaignPage) editor.shownPage().orElseThrow());
        var shown = Studio.find(editor.getSite().getShell(), Table.class, each -> each.getColumnCount() == 6);
        assertEquals(12, shown.getItemCount());
        assertTrue(
                shown.getItem(0).getText(1).startsWith("Đúng hạn"),
                shown.getItem(0).getText(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Chỉ các tệp .bieu", "Dự án Maven có Java"})
    void provincePackIsCreated(String kind) throws Exception {
        var dialog = open("org.bieumau.rcp.new.goi");
        var province = Studio.child(dialog.getShell(), Combo.class);
        province.setText("Cao Bằng");
        province.notifyListeners(SWT.Selection, new Event());
        var choice = Studio.find(
                dialog.getShell(),
                Button.class,
                each -> each.getText().replace("&", "").equals(kind));
        for (var each : choice.getParent().getChildren()) {
            if (each instanceof Button button && (button.getStyle() & SWT.RADIO) != 0) {
                button.setSelection(button == choice);
            }
        }
        studio.shot("moi-goi", dialog.getShell());
        assertTrue(Studio.press(dialog.getShell(), "Hoàn thành"));
        var editor = Studio.text(studio.page().getActiveEditor());
        Studio.settle(editor);
        assertEquals("coquan.bieu", editor.getEditorInput().getName());
        assertEquals(
                List.of(),
                Studio.open(editor).problems().stream()
                        .filter(issue -> issue.getSeverity() == Severity.ERROR)
                        .map(Object::toString)
                        .toList());
        var project = ResourcesPlugin.getWorkspace().getRoot().getProject("caobang");
        assertEquals(kind.startsWith("Dự án"), project.getFile("pom.xml").exists());
    }

    @Test
    void welcomePageOpens() {
        var intro = PlatformUI.getWorkbench()
                .getIntroManager()
                .showIntro(studio.page().getWorkbenchWindow(), false);
        studio.shot("batdau");
        PlatformUI.getWorkbench().getIntroManager().closeIntro(intro);
    }
}
