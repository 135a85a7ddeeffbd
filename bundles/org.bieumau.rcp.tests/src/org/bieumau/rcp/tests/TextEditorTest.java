/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bieumau.dsl.ui.internal.assist.AssistProcessor;
import org.bieumau.dsl.ui.internal.minings.MiningProvider;
import org.bieumau.dsl.ui.internal.navigation.NameLinks;
import org.bieumau.dsl.ui.internal.navigation.RenameHandler;
import org.bieumau.dsl.ui.internal.quickfix.QuickFixProcessor;
import org.bieumau.examples.internal.Examples;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.ITextViewerExtension5;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.eclipse.xtext.diagnostics.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The text editor in the workbench. */
class TextEditorTest {

    @RegisterExtension
    final Studio studio = new Studio();

    @Test
    void eachRealDocumentOpensWithoutErrors() throws Exception {
        var project = studio.examples();
        for (var name : Examples.DOCUMENTS) {
            var editor = Studio.text(studio.open(project.getFile(name + ".bieu")));
            var errors = Studio.open(editor).problems().stream()
                    .filter(issue -> issue.getSeverity() == Severity.ERROR)
                    .toList();
            assertEquals(List.of(), errors, name);
            studio.shot("nguon-" + name);
        }
    }

    private ITextEditor open(String text) throws Exception {
        return studio.edit(text).textEditor();
    }

    private static void caret(ITextEditor editor, int offset) {
        editor.selectAndReveal(offset, 0);
        Studio.spin(20);
    }

    private void execute(String command) throws Exception {
        studio.page().getWorkbenchWindow().getService(IHandlerService.class).executeCommand(command, null);
        Studio.spin(100);
    }

    @Test
    void textIsCheckedWhileItIsTyped() throws Exception {
        var editor = open("cơ quan A \"Á\"\n");
        caret(editor, Studio.document(editor).getLength());
        Studio.type(Studio.widget(editor), "ba");
        Studio.telex(Studio.widget(editor), "o", "ó");
        Studio.settle(editor);
        assertEquals("cơ quan A \"Á\"\nbaó", Studio.document(editor).get());
        assertTrue(Studio.open(editor).problems().stream()
                .anyMatch(issue -> issue.getCode().startsWith("SYNTAX")));
        for (int i = 0; i < 3; i++) {
            Studio.key(Studio.widget(editor), SWT.BS, SWT.BS, 0);
        }
        Studio.settle(editor);
        assertEquals(List.of(), Studio.open(editor).problems());
    }

    /** Only the visible part of a long file is coloured, so the test scrolls to each word. */
    @Test
    void wordsAreColouredThroughoutALongFile() throws Exception {
        var many = new StringBuilder("danh mục D {\n");
        for (int i = 0; i < 1500; i++) {
            many.append("    T").append(i).append(" \"thuật ngữ\"\n");
        }
        var editor = open(many + "}\ncơ quan A \"Á\"\n");
        Studio.until("the first word is coloured", () -> colour(editor, "danh mục") != null);
        var keyword = colour(editor, "danh mục");
        awaitColour(keyword, editor, "cơ quan");
        assertNotEquals(keyword, colour(editor, "\"thuật ngữ\"\n    T700"));
        Studio.document(editor).replace(0, 0, "// đầu\ncơ quan B \"B\"\n");
        Studio.settle(editor);
        awaitColour(keyword, editor, "cơ quan A");
        assertNotEquals(keyword, colour(editor, "T801"));
        awaitColour(keyword, editor, "cơ quan B");
        ((ProjectionViewer) Studio.viewer(editor)).doOperation(ProjectionViewer.COLLAPSE_ALL);
        ((ProjectionViewer) Studio.viewer(editor)).doOperation(ProjectionViewer.EXPAND_ALL);
        Studio.until("strings are coloured", () -> colour(editor, "\"B\"") != null);
        awaitColour(colour(editor, "\"B\""), editor, "\"thuật ngữ\"\n    T3 ");
        awaitColour(keyword, editor, "danh mục");
        Studio.document(editor).set("cơ quan C \"C\"\n" + many + "}\n");
        Studio.settle(editor);
        awaitColour(keyword, editor, "cơ quan C");
        awaitColour(keyword, editor, "danh mục");
    }

    /** The words that scrolling shows are coloured by a job, after any number of turns of the event loop. */
    private static void awaitColour(Color expected, ITextEditor editor, String word) {
        Studio.until("«" + word + "» is coloured", () -> Objects.equals(expected, colour(editor, word)));
    }

    /** Scrolls to a word and returns its colour, or null if it has none. */
    private static Color colour(ITextEditor editor, String word) {
        var offset = Studio.document(editor).get().indexOf(word);
        caret(editor, offset);
        Studio.spin(50);
        var style = Studio.widget(editor)
                .getStyleRangeAtOffset(
                        ((ITextViewerExtension5) Studio.viewer(editor)).modelOffset2WidgetOffset(offset));
        return style == null ? null : style.foreground;
    }

    @Test
    void bracesQuotesAndListsAreClosedAndContinued() throws Exception {
        // Does not begin with an empty text: if undo leads back to one, the platform's CursorLinePainter logs an error.
        var editor = open("// đầu\n");
        caret(editor, Studio.document(editor).getLength());
        Studio.type(Studio.widget(editor), "công văn C {\nnội dung '''\n1. Một\n");
        assertEquals("""
                // đầu
                công văn C {
                    nội dung '''
                        1. Một
                        2.\s
                    '''
                }""", Studio.document(editor).get());
        for (int i = 0; i < 100 && editor.getAction(ActionFactory.UNDO.getId()).isEnabled(); i++) {
            editor.getAction(ActionFactory.UNDO.getId()).run();
            Studio.spin(5);
        }
        assertEquals("// đầu\n", Studio.document(editor).get());
    }

    @Test
    void proposalsMatchWordsWithoutDiacritics() throws Exception {
        var editor = open("mẫu biểu M { cột a: chữ linh v }\n");
        var proposals = new AssistProcessor()
                .computeCompletionProposals(Studio.viewer(editor), "mẫu biểu M { cột a: chữ linh v".length());
        var found = Arrays.stream(proposals)
                .filter(each -> each.getDisplayString().equals("lĩnh vực theo"))
                .findFirst()
                .orElseThrow();
        found.apply(Studio.document(editor));
        assertEquals(
                "mẫu biểu M { cột a: chữ lĩnh vực theo }\n",
                Studio.document(editor).get());
    }

    @Test
    void appliedTemplateSelectsItsFirstPlaceholder() throws Exception {
        var editor = open("");
        var proposals = new AssistProcessor().computeCompletionProposals(Studio.viewer(editor), 0);
        var template = Arrays.stream(proposals)
                .filter(each -> each.getDisplayString().equals("danh mục …"))
                .findFirst()
                .orElseThrow();
        ((ICompletionProposalExtension2) template).apply(Studio.viewer(editor), '\0', 0, 0);
        Studio.spin(50);
        var first = template.getSelection(Studio.document(editor));
        assertEquals("LĩnhVực", Studio.document(editor).get(first.x, first.y));
        Studio.settle(editor);
        assertEquals(List.of(), Studio.open(editor).problems());
    }

    private static final String MARKS =
            "mẫu biểu M { cột a: đánh dấu }\nbiểu B lập theo mẫu M {\n    dòng { a \"x\" }\n    dòng { a \"v\" }\n}\n";

    static ICompletionProposal[] fixes(ITextEditor editor, String word) {
        return new QuickFixProcessor().computeQuickAssistProposals(new IQuickAssistInvocationContext() {
            @Override
            public int getOffset() {
                return Studio.document(editor).get().indexOf(word);
            }

            @Override
            public int getLength() {
                return 0;
            }

            @Override
            public ISourceViewer getSourceViewer() {
                return (ISourceViewer) Studio.viewer(editor);
            }
        });
    }

    /** The problem was found before the last edits, and its place has moved. */
    @Test
    void quickFixRightAfterAnEditChangesTheRightPlace() throws Exception {
        var editor = open(MARKS);
        Studio.document(editor).replace(0, 0, "// Lời chú\n");
        var fixes = fixes(editor, "\"x\"");
        assertEquals(1, fixes.length);
        fixes[0].apply(Studio.document(editor));
        assertEquals(
                "// Lời chú\n" + MARKS.replace("\"x\"", "X"),
                Studio.document(editor).get());
        Studio.document(editor).replace(0, 0, "// Nữa\n");
        fixes[0].apply(Studio.document(editor));
        assertEquals(
                "// Nữa\n// Lời chú\n" + MARKS.replace("\"x\"", "X"),
                Studio.document(editor).get());
    }

    @Test
    void quickFixForAllProblemsOfAKindIsUndoneAtOnce() throws Exception {
        var editor = open(MARKS);
        var fixes = fixes(editor, "\"x\"");
        assertEquals(
                2,
                fixes.length,
                () -> Arrays.stream(fixes)
                        .map(ICompletionProposal::getDisplayString)
                        .toList()
                        .toString());
        fixes[1].apply(Studio.document(editor));
        Studio.settle(editor);
        assertEquals(List.of(), Studio.open(editor).problems());
        editor.getAction(ActionFactory.UNDO.getId()).run();
        assertTrue(Studio.document(editor).get().contains("a \"x\" }")
                && Studio.document(editor).get().contains("a \"v\" }"));
    }

    @Test
    void commandsFormatAndComment() throws Exception {
        var editor = open("cơ quan A \"Á\" {\nviết tắt \"A\"\n}\n");
        execute("org.bieumau.dsl.ui.format");
        Studio.until("formatted", () -> Studio.document(editor).get().contains("    viết tắt"));
        caret(editor, 0);
        execute("org.bieumau.dsl.ui.toggleComment");
        assertTrue(Studio.document(editor).get().startsWith("// cơ quan A"));
        execute("org.bieumau.dsl.ui.toggleComment");
        assertEquals(
                "cơ quan A \"Á\" {\n    viết tắt \"A\"\n}\n",
                Studio.document(editor).get());
    }

    @Test
    void hoverExplainsNamesKeywordsAndProblems() throws Exception {
        var subject =
                "tăng cường xử lý, ngăn chặn có hiệu quả tình trạng nhũng nhiễu, gây phiền hà cho người dân và doanh nghiệp trong giải quyết công việc";
        var editor = open("viện dẫn ChỉThị10: chỉ thị số 10/CT-TTg ngày 22/4/2019 của \"Thủ tướng Chính phủ\" về \""
                + subject + "\"\n" + "báo cáo B {\n    căn cứ [ChỉThị10]\n    cơ quan ban hành " + "Chưa".repeat(40)
                + "\n}\n");
        assertEquals(
                "ChỉThị10\nChỉ thị số 10/CT-TTg ngày 22/4/2019 của Thủ tướng Chính phủ về " + subject,
                hovered(editor, "ChỉThị10]", "chuot-ten"));
        assertEquals(
                "căn cứ\nMột căn cứ ban hành: viện dẫn trong ngoặc vuông, hoặc chữ. Dấu chấm phẩy tự thêm.",
                hovered(editor, "cứ [", "chuot-tu"));
        var problem = Studio.open(editor).problems().stream()
                .filter(issue -> issue.getCode().equals("LINK-UNKNOWN"))
                .findFirst()
                .orElseThrow();
        var message = problem.getMessage() + " [LINK-UNKNOWN]";
        assertEquals(message, hovered(editor, "Chưa", "chuot-loi"));
        assertEquals(message, rested(Studio.widget(editor), -34, place(editor, "Chưa").y, "chuot-le"));
    }

    /** Returns the text of the hover on a word, and checks that all of it is visible. */
    private String hovered(ITextEditor editor, String word, String name) {
        var text = Studio.widget(editor);
        caret(editor, Studio.document(editor).get().indexOf(word));
        var at = place(editor, word);
        return rested(text, at.x, at.y, name);
    }

    private static Point place(ITextEditor editor, String word) {
        var offset = ((ITextViewerExtension5) Studio.viewer(editor))
                .modelOffset2WidgetOffset(Studio.document(editor).get().indexOf(word));
        return Studio.widget(editor).getLocationAtOffset(offset);
    }

    private String rested(StyledText text, int x, int y, String name) {
        point(text, text.getSize().x / 2, text.getSize().y - 20);
        point(text, x + 3, y + 3);
        point(text, x + 4, y + 4);
        Studio.until("hover", () -> hover(text.getShell()) != null);
        var shell = hover(text.getShell());
        var shown = Studio.child(shell, StyledText.class);
        Studio.spin(100);
        studio.shot(name);
        assertTrue(
                shown.computeSize(shown.getSize().x, SWT.DEFAULT).y <= shown.getSize().y,
                "cut off: " + shown.getText());
        var screen = Display.getCurrent().getBounds();
        assertEquals(screen.union(shell.getBounds()), screen);
        var content = shown.getText();
        point(text, text.getSize().x / 2, text.getSize().y - 20);
        Studio.until("it goes", () -> hover(text.getShell()) == null);
        return content;
    }

    /** Moves the mouse pointer itself, because hovers ask for its position. */
    private static void point(StyledText text, int x, int y) {
        var place = text.toDisplay(x, y);
        var mouse = new Event();
        mouse.type = SWT.MouseMove;
        mouse.x = place.x;
        mouse.y = place.y;
        Display.getCurrent().post(mouse);
        Studio.spin(100);
    }

    private static Shell hover(Shell window) {
        return Arrays.stream(Display.getCurrent().getShells())
                .filter(shell -> shell.isVisible() && shell != window && Studio.child(shell, StyledText.class) != null)
                .findFirst()
                .orElse(null);
    }

    @Test
    void foldedRegionStaysFoldedWhileTyping() throws Exception {
        var editor = open("danh mục A {\n    X \"x\"\n}\ndanh mục B {\n    Y \"y\"\n}\n");
        var viewer = (ProjectionViewer) Studio.viewer(editor);
        caret(editor, 3);
        viewer.doOperation(ProjectionViewer.COLLAPSE);
        var folded = "danh mục A {\ndanh mục B {\n    Y \"y\"\n}\n";
        assertEquals(folded, Studio.widget(editor).getText());
        caret(editor, Studio.document(editor).get().indexOf("Y \"y\"") + 5);
        Studio.type(Studio.widget(editor), "\n");
        Studio.type(Studio.widget(editor), "Z");
        Studio.settle(editor);
        assertEquals(
                folded.replace("\"y\"", "\"y\"\n    Z"), Studio.widget(editor).getText());
        assertEquals(
                "danh mục A {\n    X \"x\"\n}\ndanh mục B {\n    Y \"y\"\n    Z\n}\n",
                Studio.document(editor).get());
        caret(editor, 3);
        viewer.doOperation(ProjectionViewer.EXPAND);
        assertEquals(Studio.document(editor).get(), Studio.widget(editor).getText());
    }

    @Test
    void matchingBracketIgnoresBracketsInStrings() throws Exception {
        var text = "cơ quan A \"Á { (\" { viết tắt \"A\" hiệu lực từ 01/7/2025 }\n";
        var editor = open(text);
        var open = text.lastIndexOf('{');
        caret(editor, open + 1);
        execute("org.eclipse.ui.genericeditor.gotoMatchingBracket");
        assertEquals(
                text.indexOf('}'),
                ((ITextSelection) editor.getSelectionProvider().getSelection()).getOffset());
        execute("org.eclipse.ui.genericeditor.gotoMatchingBracket");
        assertEquals(open + 1, ((ITextSelection) editor.getSelectionProvider().getSelection()).getOffset());
    }

    @Test
    void renameChangesAllFilesThatUseTheName() throws Exception {
        var project = studio.project("thu");
        var other = studio.file(project, "b.bieu", "dùng chung\nbáo cáo B { cơ quan ban hành SNV }\n");
        var editor =
                Studio.text(studio.open(studio.file(project, "a.bieu", "thư viện chung\ncơ quan SNV \"Sở Nội vụ\"\n")));
        RenameHandler.rename(Studio.open(editor), Studio.document(editor).get().indexOf("SNV"), "SởNộiVụ");
        assertEquals(
                "thư viện chung\ncơ quan SởNộiVụ \"Sở Nội vụ\"\n",
                Studio.document(editor).get());
        assertEquals("dùng chung\nbáo cáo B { cơ quan ban hành SởNộiVụ }\n", Studio.content(other));
    }

    /** Renames by command in an unsaved file, which is saved first. The dialogue rejects an invalid name. */
    @Test
    void renameDialogRejectsAnInvalidName() throws Exception {
        var editor = open("cơ quan SNV \"Sở Nội vụ\"\nbáo cáo B { cơ quan ban hành SNV }\n");
        Studio.document(editor).replace(0, 0, "// mới\n");
        caret(editor, Studio.document(editor).get().indexOf("SNV") + 1);
        var answered = studio.answer(shell -> shell.getData() instanceof InputDialog && rename(shell));
        execute("org.bieumau.dsl.ui.rename");
        Studio.until(
                "it is renamed",
                () -> Studio.document(editor).get().contains("báo cáo B { cơ quan ban hành SởNộiVụ }"));
        assertEquals("Đổi tên", answered.get());
        assertEquals(
                "// mới\ncơ quan SởNộiVụ \"Sở Nội vụ\"\nbáo cáo B { cơ quan ban hành SởNộiVụ }\n",
                Studio.document(editor).get());
        editor.getAction(ActionFactory.UNDO.getId()).run();
        assertEquals(
                "// mới\ncơ quan SNV \"Sở Nội vụ\"\nbáo cáo B { cơ quan ban hành SNV }\n",
                Studio.document(editor).get());
    }

    private boolean rename(Shell shell) {
        var name = Studio.child(shell, Text.class);
        assertEquals("SNV", name.getText());
        name.setText("Sở Nội vụ");
        assertFalse(shell.getDefaultButton().isEnabled());
        studio.shot("doi-ten", shell);
        name.setText("SởNộiVụ");
        return Studio.press(shell, "Đồng ý");
    }

    @Test
    void hyperlinkOpensTheDefinitionInAnotherFile() throws Exception {
        var project = studio.project("thu");
        studio.file(project, "a.bieu", "thư viện chung\ncơ quan SNV \"Sở Nội vụ\"\n");
        var editor = Studio.text(
                studio.open(studio.file(project, "b.bieu", "dùng chung\nbáo cáo B { cơ quan ban hành SNV }\n")));
        var links = new NameLinks()
                .detectHyperlinks(
                        Studio.viewer(editor),
                        new Region(Studio.document(editor).get().indexOf("SNV"), 0),
                        false);
        links[0].open();
        untilActive("a.bieu");
        var selected = (ITextSelection) Studio.text(studio.page().getActiveEditor())
                .getSelectionProvider()
                .getSelection();
        assertEquals("SNV", selected.getText());
    }

    @Test
    void quickOutlineFindsWithoutDiacriticsAndNavigates() throws Exception {
        var editor = open("cơ quan A \"Sở Nội vụ\"\ncơ quan B \"Ban Dân vận\"\n");
        execute("org.bieumau.dsl.ui.quickOutline");
        pick("ban dan");
        assertEquals(
                Studio.document(editor).get().indexOf("cơ quan B"),
                ((ITextSelection) editor.getSelectionProvider().getSelection()).getOffset());
    }

    @Test
    void referencesAreListedWithTheirLines() throws Exception {
        var project = studio.project("thu");
        studio.file(project, "b.bieu", "dùng chung\nbáo cáo B { cơ quan ban hành SNV }\n");
        var editor =
                Studio.text(studio.open(studio.file(project, "a.bieu", "thư viện chung\ncơ quan SNV \"Sở Nội vụ\"\n")));
        caret(editor, Studio.document(editor).get().indexOf("SNV"));
        execute("org.bieumau.dsl.ui.references");
        pick("bao cao");
        untilActive("b.bieu");
        assertEquals(
                "SNV",
                ((ITextSelection) Studio.text(studio.page().getActiveEditor())
                                .getSelectionProvider()
                                .getSelection())
                        .getText());
    }

    @Test
    void symbolSearchFindsNamesInFilesAndPacks() throws Exception {
        var project = studio.project("thu");
        studio.file(project, "b.bieu", "thư viện khac\ndanh mục LĩnhVực { Một \"Lĩnh vực thứ nhất\" }\n");
        studio.open(studio.file(project, "a.bieu", "cơ quan A \"Á\"\n"));
        execute("org.bieumau.dsl.ui.symbols");
        pick("linh vuc thu nhat");
        untilActive("b.bieu");
        execute("org.bieumau.dsl.ui.symbols");
        pick("bieuso2   danvan");
        untilActive("danvan.bieu");
    }

    private void untilActive(String name) {
        Studio.until(
                name + " is open",
                () -> studio.page().getActiveEditor() != null
                        && studio.page()
                                .getActiveEditor()
                                .getEditorInput()
                                .getName()
                                .equals(name));
    }

    /** Filters the open list by a few letters and opens the only entry found. */
    private void pick(String letters) {
        Studio.until("a list", () -> list() != null);
        var list = list();
        studio.shot("danh-sach-" + letters.replace(' ', '-'), list);
        var filter = Studio.child(list, Text.class);
        filter.setText(letters);
        assertEquals(1, Studio.child(list, Table.class).getItemCount());
        Studio.key(filter, SWT.CR, SWT.CR, 0);
        Studio.spin(200);
    }

    private static Shell list() {
        return Arrays.stream(Display.getCurrent().getShells())
                .filter(shell ->
                        shell.isVisible() && shell.getParent() != null && Studio.child(shell, Table.class) != null)
                .findFirst()
                .orElse(null);
    }

    @Test
    void occurrencesOfANameAreMarked() throws Exception {
        var editor = open("cơ quan SNV \"SNV\"\nbáo cáo B { cơ quan ban hành SNV }\n");
        var text = Studio.document(editor).get();
        caret(editor, text.lastIndexOf("SNV"));
        var model = ((ISourceViewer) Studio.viewer(editor)).getAnnotationModel();
        Studio.until("marks", () -> marked(model).equals(List.of(text.indexOf("SNV"), text.lastIndexOf("SNV"))));
        studio.shot("danhdau");
        caret(editor, 1);
        Studio.until("no marks", () -> marked(model).isEmpty());
    }

    private static List<Integer> marked(IAnnotationModel model) {
        var marked = new ArrayList<Integer>();
        model.getAnnotationIterator().forEachRemaining(each -> {
            if (each.getType().equals("org.eclipse.ui.genericeditor.text")) {
                marked.add(model.getPosition(each).getOffset());
            }
        });
        marked.sort(null);
        return marked;
    }

    @Test
    void codeMiningsCountRowsAndFailedChecks() throws Exception {
        var editor = open("""
                mẫu biểu M {
                    cột a "A": chữ
                    kiểm tra NGẮN báo cảnh báo khi a = "dài": "quá dài"
                }
                biểu B lập theo mẫu M {
                    dòng { a "dài" }
                    dòng { a "b" }
                }
                """);
        var provider = new MiningProvider();
        assertEquals(
                List.of("1 chỗ không đạt", "2 dòng"),
                provider.provideCodeMinings(Studio.viewer(editor), null).get().stream()
                        .map(each -> each.getLabel().strip())
                        .toList());
        provider.dispose();
        Studio.spin(1500);
        studio.shot("dongiai");
    }

    @Test
    void outlineNavigatesToCurrentPositions() throws Exception {
        var editor = open("cơ quan A \"Á\"\ncơ quan B \"Bờ\"\n");
        var page = (ContentOutlinePage) studio.page().getActiveEditor().getAdapter(IContentOutlinePage.class);
        var shell = new Shell(Display.getCurrent());
        page.createControl(shell);
        Studio.until("outline", () -> ((Tree) page.getControl()).getItemCount() == 2);
        Studio.document(editor).replace(0, 0, "// thêm một dòng\n");
        Studio.settle(editor);
        var tree = (Tree) page.getControl();
        assertEquals("Bờ", tree.getItem(1).getText());
        page.setSelection(new StructuredSelection(tree.getItem(1).getData()));
        assertEquals(
                Studio.document(editor).get().indexOf("cơ quan B"),
                ((ITextSelection) editor.getSelectionProvider().getSelection()).getOffset());
        page.dispose();
        shell.dispose();
    }
}
