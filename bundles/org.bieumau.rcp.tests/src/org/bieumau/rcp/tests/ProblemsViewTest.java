/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.grid.GridPage;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.views.markers.WorkbenchMarkerResolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The problems of saved files in the Problems view, and their quick fixes. */
class ProblemsViewTest {

    private static final String PLAN = """
            cơ quan S "Sở Nội vụ"
            kế hoạch K {
                cơ quan ban hành S
                ngày 11/4/2022
                trích yếu "thi đua"
                nội dung '''
                    Từ DAY.
                '''
            }
            """;

    @RegisterExtension
    final Studio studio = new Studio();

    private static List<IMarker> problems(String code) {
        try {
            return Arrays.stream(ResourcesPlugin.getWorkspace()
                            .getRoot()
                            .findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_INFINITE))
                    .filter(marker -> marker.getAttribute("code", "").equals(code))
                    .toList();
        } catch (CoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IMarker of(List<IMarker> markers, IFile file) {
        return markers.stream()
                .filter(marker -> marker.getResource().equals(file))
                .findFirst()
                .orElseThrow();
    }

    /** Starts from one problem in the view and selects the other problems of its kind in the quick fix dialogue. */
    @Test
    void problemsOfOneKindAreFixedInAllFiles() throws Exception {
        var project = studio.project("thu");
        var one = studio.file(project, "một.bieu", PLAN.replace("DAY", "5/4/2022"));
        // A byte order mark and CRLF line ends must be kept.
        var two = studio.file(
                project,
                "hai.bieu",
                "\uFEFF" + PLAN.replace("DAY", "6/4/2022 tới 7/4/2022").replace("\n", "\r\n"));
        Studio.until("the files are checked", () -> problems("DATE-PADDING").size() == 3);

        var view = studio.page().showView("org.eclipse.ui.views.ProblemView");
        var viewer = (TreeViewer) view.getSite().getSelectionProvider();
        Studio.until("the problems are in the view", () -> item(viewer, "5/4/2022") != null);
        viewer.setSelection(new StructuredSelection(item(viewer, "5/4/2022").getData()));
        var answered = studio.answer(shell -> shell.getData() instanceof WizardDialog && fixAll(shell));
        studio.page()
                .getWorkbenchWindow()
                .getService(IHandlerService.class)
                .executeCommand("org.eclipse.jdt.ui.edit.text.java.correction.assist.proposals", null);
        assertEquals("Sửa nhanh", answered.get());
        Studio.until("all are fixed", () -> problems("DATE-PADDING").isEmpty());
        assertEquals(PLAN.replace("DAY", "05/4/2022"), Studio.content(one));
        assertArrayEquals(
                ("\uFEFF" + PLAN.replace("DAY", "06/4/2022 tới 07/4/2022").replace("\n", "\r\n"))
                        .getBytes(StandardCharsets.UTF_8),
                Files.readAllBytes(two.getLocation().toPath()));
    }

    private boolean fixAll(Shell shell) {
        studio.shot("sua-nhanh", shell);
        assertTrue(Studio.press(shell, "Chọn tất cả"));
        studio.shot("sua-nhanh-tat-ca", shell);
        return Studio.press(shell, "Hoàn thành");
    }

    private static TreeItem item(TreeViewer viewer, String text) {
        viewer.expandAll();
        Studio.spin(50);
        return Arrays.stream(viewer.getTree().getItems())
                .flatMap(category -> Arrays.stream(category.getItems()))
                .filter(item -> item.getText().contains(text))
                .findFirst()
                .orElse(null);
    }

    /** A problem in a form is told by its row and column, and shown on the page of the form. */
    @Test
    void problemOfAFormIsToldAndShownInItsCell() throws Exception {
        var file = studio.file(studio.project("thu"), "một.bieu", """
                mẫu biểu M "MẪU" {
                    cột tên "TÊN": chữ
                    cột sl "SỐ LƯỢNG": số
                }
                biểu B lập theo mẫu M {
                    dòng "một" { sl 1 }
                    dòng "hai" { sl "nhiều" }
                }
                """);
        Studio.until("the file is checked", () -> problems("FORM-TYPE-NUMBER").size() == 1);
        var marker = of(problems("FORM-TYPE-NUMBER"), file);
        assertEquals("biểu B, dòng 2, cột «SỐ LƯỢNG»", marker.getAttribute(IMarker.LOCATION, ""));
        var editor = (BieuEditor) studio.open(file);
        var page = (GridPage) editor.show(GridPage.ID);
        Studio.until("grid", () -> page.isSettled() && page.table() != null);
        IDE.gotoMarker(editor, marker);
        assertFalse(editor.isTextShown());
        assertEquals("1:1", page.selectedCells());
    }

    /** A problem that is still there after a change keeps its marker, so that the view keeps its selection. */
    @Test
    void markerStaysWhenItsFileIsCheckedAgain() throws Exception {
        var project = studio.project("thu");
        var file = studio.file(project, "một.bieu", PLAN.replace("DAY", "5/4/2022"));
        Studio.until("the file is checked", () -> problems("DATE-PADDING").size() == 1);
        var before = problems("DATE-PADDING");
        file.setContents(
                new ByteArrayInputStream((PLAN.replace("DAY", "5/4/2022") + "kế hoạch L { }\nkế hoạch L { }\n")
                        .getBytes(StandardCharsets.UTF_8)),
                true,
                false,
                null);
        Studio.until(
                "the file is checked again", () -> !problems("NAME-DUPLICATE").isEmpty());
        assertEquals(before, problems("DATE-PADDING"));
        file.setContents(
                new ByteArrayInputStream(PLAN.replace("DAY", "05/4/2022").getBytes(StandardCharsets.UTF_8)),
                true,
                false,
                null);
        Studio.until(
                "the problems are gone",
                () -> problems("NAME-DUPLICATE").isEmpty()
                        && problems("DATE-PADDING").isEmpty());
    }

    /**
     * A quick fix changes an open file in its editor, even after edits that moved the problem. Saving is left to the
     * user.
     */
    @Test
    void openFileIsFixedInItsEditorAndNotSaved() throws Exception {
        var file = studio.file(studio.project("thu"), "một.bieu", PLAN.replace("DAY", "5/4/2022"));
        Studio.until("the file is checked", () -> problems("DATE-PADDING").size() == 1);
        var editor = Studio.text(studio.open(file));
        Studio.document(editor).replace(0, 0, "// mới\n");
        var fixes = IDE.getMarkerHelpRegistry().getResolutions(of(problems("DATE-PADDING"), file));
        assertEquals(1, fixes.length);
        fixes[0].run(of(problems("DATE-PADDING"), file));
        assertEquals(
                "// mới\n" + PLAN.replace("DAY", "05/4/2022"),
                Studio.document(editor).get());
        assertTrue(editor.isDirty());
        assertEquals(PLAN.replace("DAY", "5/4/2022"), Studio.content(file));
    }

    /** Two problems have one fix when they concern the same words. Nothing is left then, and nothing is asked. */
    @Test
    void oneFixOfTwoMarkersCountsForBoth() throws Exception {
        var file = studio.file(studio.project("thu"), "một.bieu", PLAN.replace("DAY", "5/4/2022"));
        Studio.until("the file is checked", () -> problems("DATE-PADDING").size() == 1);
        var marker = of(problems("DATE-PADDING"), file);
        var twin = file.createMarker(marker.getType(), marker.getAttributes());
        var answered = studio.answer(shell -> Studio.press(shell, "Đồng ý"));
        var fix = (WorkbenchMarkerResolution) IDE.getMarkerHelpRegistry().getResolutions(marker)[0];
        fix.run(new IMarker[] {marker, twin}, new NullProgressMonitor());
        assertEquals(PLAN.replace("DAY", "05/4/2022"), Studio.content(file));
        assertNull(answered.get());
    }

    /** The chosen fix applies to the problems that offer it; the user is told about the others. */
    @Test
    void problemsWithoutTheChosenFixAreLeftAndReported() throws Exception {
        var project = studio.project("thu");
        var one = studio.file(
                project,
                "một.bieu",
                "danh mục Một { }\ndanh mục Hai { }\nmẫu biểu M { cột a: chữ lĩnh vực theo Xyz }\n");
        var two = studio.file(
                project,
                "hai.bieu",
                "danh mục Ba { }\ndanh mục Bốn { }\nmẫu biểu N { cột a: chữ lĩnh vực theo Xyz }\n");
        Studio.until("the files are checked", () -> problems("LINK-UNKNOWN").size() == 2);
        var fix = (WorkbenchMarkerResolution)
                IDE.getMarkerHelpRegistry().getResolutions(of(problems("LINK-UNKNOWN"), one))[1];
        assertArrayEquals(
                new IMarker[] {of(problems("LINK-UNKNOWN"), two)},
                fix.findOtherMarkers(problems("LINK-UNKNOWN").toArray(IMarker[]::new)));
        var answered = studio.answer(shell -> {
            studio.shot("sua-nhanh-con-lai", shell);
            return Studio.press(shell, "Đồng ý");
        });
        fix.run(problems("LINK-UNKNOWN").toArray(IMarker[]::new), new NullProgressMonitor());
        assertEquals(fix.getLabel(), answered.get());
        assertTrue(Studio.content(one).contains("theo Hai"));
        assertTrue(Studio.content(two).contains("theo Xyz"));
    }

    /** A misspelt word is a note. Two such words are accepted: one from the Problems view, one in the editor. */
    @Test
    void wordIsAddedToTheDictionaryOfTheOffice() throws Exception {
        var project = studio.project("thu");
        var office = studio.file(project, "chung.bieu", "thư viện chung\n");
        var file = studio.file(
                project, "một.bieu", "dùng chung\n" + PLAN.replace("Từ DAY", "Các nghành dùng phẹtt và bọnn"));
        Studio.until("the file is checked", () -> problems("SPELLING").size() == 3);
        var marker = problems("SPELLING").stream()
                .filter(each -> each.getAttribute(IMarker.MESSAGE, "").contains("phẹtt"))
                .findFirst()
                .orElseThrow();
        assertEquals(IMarker.SEVERITY_INFO, marker.getAttribute(IMarker.SEVERITY, -1));
        var fix = Arrays.stream(IDE.getMarkerHelpRegistry().getResolutions(marker))
                .filter(each -> each.getLabel().equals("Thêm «phẹtt» vào từ điển của cơ quan (chung.bieu)"))
                .findFirst()
                .orElseThrow();
        fix.run(marker);
        assertEquals("thư viện chung\n\nbỏ qua phẹtt \"Từ riêng của cơ quan\"\n", Studio.content(office));
        Studio.until("the word is accepted", () -> problems("SPELLING").size() == 2);

        var part = (BieuEditor) studio.open(file);
        var editor = Studio.text(part);
        Studio.settle(editor);
        var proposal = Arrays.stream(TextEditorTest.fixes(editor, "bọnn"))
                .filter(each -> each.getDisplayString().contains("«bọnn» vào từ điển"))
                .findFirst()
                .orElseThrow();
        proposal.apply(Studio.document(editor));
        Studio.until(
                "both pages know the word",
                () -> problems("SPELLING").size() == 1
                        && Studio.open(editor).problems().stream()
                                        .filter(issue -> issue.getCode().equals("SPELLING"))
                                        .count()
                                == 1);
        assertTrue(Studio.content(office).endsWith("cơ quan\"\nbỏ qua bọnn \"Từ riêng của cơ quan\"\n"));
    }
}
