/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.prose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bieumau.core.problem.Problem;
import org.bieumau.dsl.ide.internal.prose.Piece.Style;
import org.bieumau.dsl.ide.internal.prose.ProsePlace;
import org.bieumau.dsl.ide.internal.prose.RichLine;
import org.bieumau.dsl.ide.internal.prose.RichProse;
import org.bieumau.dsl.ide.internal.prose.RichProse.Division;
import org.bieumau.dsl.ide.internal.prose.RichProse.Edited;
import org.bieumau.dsl.ide.internal.prose.RichTable;
import org.bieumau.dsl.ide.internal.prose.RichTable.Alignment;
import org.bieumau.dsl.ide.internal.table.ProseLines;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.ui.internal.document.DocumentEdits;
import org.bieumau.editor.internal.EditorMessages;
import org.bieumau.editor.internal.ModelPage;
import org.bieumau.editor.internal.Worst;
import org.bieumau.editor.internal.define.Picker;
import org.bieumau.editor.internal.prose.TableRows.Place;
import org.bieumau.editor.spi.EditorPageFactory;
import org.bieumau.editor.spi.PageSite;
import org.bieumau.model.DivisionLevel;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.Issue;
import org.jspecify.annotations.NonNull;

/**
 * Text page: the text of a document as in a word processor, next to its divisions. What is typed is written to the file
 * immediately, and the source of unchanged lines is kept.
 */
public final class ProsePage extends ModelPage<ProsePlace> implements ProseView.Owner {

    public static final String ID = "org.bieumau.editor.prose";

    private static final List<Integer> ZOOMS = List.of(75, 90, 100, 110, 125, 150, 200);
    private static final int FEWEST_COLUMNS = 2;
    private static final int MOST_COLUMNS = 8;
    /** Number of rows of a new table below its head. */
    private static final int NEW_ROWS = 2;

    private static final String ZOOM = "prose.zoom";
    private static final String DIVISIONS = "prose.divisions";
    private static final List<DivisionLevel> MARKERS = List.of(
            DivisionLevel.CHAPTER,
            DivisionLevel.ARTICLE,
            DivisionLevel.ROMAN,
            DivisionLevel.CLAUSE,
            DivisionLevel.POINT,
            DivisionLevel.DASH,
            DivisionLevel.PLUS);

    private ToolItem bold;
    private ToolItem italic;
    private ToolItem superscript;
    private ToolItem markers;
    private ToolItem table;
    private ToolItem zoom;
    private ToolItem tree;
    private ToolBar tools;
    private DivisionTree divisions;
    private ProseView view;
    private SashForm sash;
    private String label;
    private List<ProsePlace.Choice> citations = List.of();
    /** Citation to insert, whose definition is being written; null for none. */
    private String wantedCitation;

    private Picker picker;
    /** Offset of the text in the file. */
    private int offset;

    private boolean writing;
    private IDocument listened;
    private final IDocumentListener edits = new IDocumentListener() {
        @Override
        public void documentAboutToBeChanged(DocumentEvent event) {}

        @Override
        public void documentChanged(DocumentEvent event) {
            if (writing) {
                return;
            }
            if (event.getOffset() + event.getLength() <= offset) {
                offset += event.getText().length() - event.getLength();
            }
            if (view != null && isActive()) {
                readLater();
            }
        }
    };

    public static final class Factory implements EditorPageFactory {

        @Override
        public @NonNull Optional<ProsePage> create(PageSite site) {
            return Optional.of(new ProsePage(site));
        }
    }

    public ProsePage(PageSite site) {
        super(site, "prose.document");
    }

    @Override
    protected void fillBar(Composite bar) {
        tools = toolBar(bar);
        bold = style("prose.bold", Style.BOLD);
        italic = style("prose.italic", Style.ITALIC);
        superscript = style("prose.superscript", Style.SUPERSCRIPT);
        markers = tool(tools, SWT.PUSH, "prose.list", this::chooseMarker);
        table = tool(tools, SWT.PUSH, "prose.table", this::chooseTable);
        tool(tools, SWT.PUSH, "prose.citation", this::cite);
        tool(tools, SWT.PUSH, "prose.note", this::editNote);
        tree = tool(tools, SWT.CHECK, "prose.divisions", () -> {
            preferences().putBoolean(DIVISIONS, tree.getSelection());
            showTree(tree.getSelection());
        });
        zoom = tool(tools, SWT.PUSH, "prose.zoom", this::chooseZoom);
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode("org.bieumau.editor");
    }

    private void showTree(boolean isShown) {
        tree.setSelection(isShown);
        sash.setMaximizedControl(isShown ? null : view.control());
    }

    private void chooseZoom() {
        var menu = new Menu(tools);
        for (var percent : ZOOMS) {
            var item = new MenuItem(menu, SWT.RADIO);
            item.setText(percent + " %");
            item.setSelection(percent == Math.round(view.zoom() * 100));
            item.addListener(SWT.Selection, event -> {
                if (item.getSelection()) {
                    zoom(percent);
                }
            });
        }
        show(menu, zoom);
    }

    /** Sets the size of the sheet in percent of the size on paper. */
    public void zoom(int percent) {
        preferences().putInt(ZOOM, percent);
        view.zoom(percent / 100.0);
        zoom.setText(EditorMessages.ALL.text("prose.zoom", percent));
    }

    private void zoomByWheel(Event event) {
        if ((event.stateMask & SWT.MODIFIER_MASK) == SWT.MOD1) {
            event.doit = false;
            var now = Math.round(view.zoom() * 100);
            var next = event.count > 0
                    ? ZOOMS.stream().filter(each -> each > now).findFirst()
                    : ZOOMS.reversed().stream().filter(each -> each < now).findFirst();
            next.ifPresent(this::zoom);
        }
    }

    private ToolItem style(String key, Style style) {
        return tool(tools, SWT.CHECK, key, () -> {
            target().toggle(style);
            target().control().setFocus();
        });
    }

    @Override
    protected void fillPage(Composite page) {
        sash = new SashForm(page, SWT.HORIZONTAL);
        sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        divisions = new DivisionTree(sash, division -> view.reveal(division.first()));
        view = ProseView.onSheet(sash, this, 1);
        picker = new Picker(editor, sash);
        view.control().addVerifyKeyListener(event -> {
            if (event.keyCode == SWT.TAB && (event.stateMask & SWT.MODIFIER_MASK & ~SWT.SHIFT) == 0) {
                event.doit = false;
                view.indent((event.stateMask & SWT.SHIFT) == 0 ? 1 : -1);
            } else if ((event.stateMask & SWT.MODIFIER_MASK) == (SWT.MOD2 | SWT.MOD3)
                    && (event.keyCode == SWT.ARROW_UP || event.keyCode == SWT.ARROW_DOWN)) {
                event.doit = false;
                move(event.keyCode == SWT.ARROW_UP ? -1 : 1);
            }
        });
        view.control().addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_TAB_PREVIOUS && event.stateMask == SWT.SHIFT) {
                event.doit = false;
            }
        });
        view.control().addListener(SWT.MouseVerticalWheel, this::zoomByWheel);
        sash.setWeights(24, 76);
        showTree(preferences().getBoolean(DIVISIONS, false));
        zoom(preferences().getInt(ZOOM, 100));
        listened = editor.document();
        listened.addDocumentListener(edits);
    }

    @Override
    public void inputChanged() {
        if (listened != null) {
            listened.removeDocumentListener(edits);
            listened = editor.document();
            listened.addDocumentListener(edits);
        }
    }

    // Reading

    @Override
    protected List<String> names(XtextResource resource) {
        return ProsePlace.labels(resource);
    }

    @Override
    protected Optional<ProsePlace> content(XtextResource resource, String name) {
        return ProsePlace.of(resource, name);
    }

    @Override
    protected void display(Read<ProsePlace> read) {
        showBanner(read, "prose.none");
        enable(read.content().isPresent());
        if (read.isBroken()) {
            return;
        }
        show(read.names(), read.content().map(ProsePlace::label).orElse(null));
        if (read.content().isEmpty()) {
            label = null;
            view.show(null, -1);
            divisions.show(List.of());
            return;
        }
        var place = read.content().get();
        offset = place.offset();
        citations = place.citations();
        if (!place.label().equals(label)) {
            label = place.label();
            view.cell().close();
            view.show(place.prose(), 0);
        } else if (!isShown(place.prose())) {
            var changed = TextEdit.between(view.prose().text(), place.prose().text());
            view.show(place.prose(), changed.offset() + changed.text().length());
        }
        divisions.show(view.prose().divisions());
        decorate(editor.open().problems());
        citeWanted();
    }

    /**
     * Returns whether the view shows a prose. Lines without text and whitespace at the end of a line are ignored: they
     * exist only while the user is typing, and the file does not keep them.
     */
    private boolean isShown(RichProse prose) {
        return view.prose() != null
                && prose.source().equals(view.prose().source())
                && seen(prose).equals(seen(view.prose()));
    }

    private static List<Object> seen(RichProse prose) {
        return prose.lines().stream()
                .map(line -> (Object) line.text().stripTrailing())
                .filter(text -> !text.equals(""))
                .toList();
    }

    private void enable(boolean enabled) {
        tools.setEnabled(enabled);
        divisions.control().setEnabled(enabled);
        view.control().setEditable(enabled);
        view.control().setEnabled(enabled);
    }

    @Override
    public void problemsChanged(List<Problem> problems) {
        if (isActive()) {
            decorate(editor.open().problems());
        }
    }

    private void decorate(List<Issue> problems) {
        if (view.prose() == null || !isInFile(view.prose().source())) {
            return;
        }
        var lines = view.prose().offsets();
        Map<Integer, Severity> byLine = new HashMap<>();
        Map<Integer, String> messages = new HashMap<>();
        var end = offset + view.prose().source().length();
        for (var issue : problems) {
            if (issue.getOffset() != null && issue.getOffset() >= offset && issue.getOffset() < end) {
                var at = issue.getOffset() - offset;
                var line = 0;
                while (line + 1 < lines.size() && lines.get(line + 1) <= at) {
                    line++;
                }
                byLine.merge(line, issue.getSeverity(), Worst::of);
                messages.merge(line, issue.getMessage(), (one, other) -> one + "\n" + other);
            }
        }
        view.problems(byLine, messages);
    }

    // Writing

    @Override
    public void edited(Edited edited) {
        editor.showMessage(null);
        var source = view.prose().source();
        if (!isInFile(source)) {
            // The text has been changed elsewhere in the meantime, so what was typed does not fit any more.
            sash.getDisplay().beep();
            readLater();
            return;
        }
        var edit = TextEdit.between(source, edited.prose().source()).moved(offset);
        writing = true;
        try {
            if (edit.length() + edit.text().length() == 1) {
                // The undo manager joins consecutive single characters into one undo step.
                listened.replace(edit.offset(), edit.length(), edit.text());
            } else if (!edit.isEmpty()) {
                DocumentEdits.apply(listened, List.of(edit));
            }
        } catch (BadLocationException e) {
            throw new IllegalStateException(e);
        } finally {
            writing = false;
        }
        view.show(edited.prose(), edited.caret());
        divisions.show(view.prose().divisions());
    }

    private boolean isInFile(String source) {
        return offset + source.length() <= listened.getLength()
                && listened.get().startsWith(source, offset);
    }

    @Override
    public void refused() {
        editor.showMessage(EditorMessages.ALL.text("prose.head"));
        sash.getDisplay().beep();
    }

    @Override
    public void caretMoved() {
        if (view == null || view.prose() == null) {
            return;
        }
        bold.setSelection(target().has(Style.BOLD));
        italic.setSelection(target().has(Style.ITALIC));
        superscript.setSelection(target().has(Style.SUPERSCRIPT));
        divisions.select(view.lines().x);
    }

    @Override
    public void fill(Menu menu) {
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, EditorMessages.ALL.text("prose.bold") + "\tCtrl+B", () -> target().toggle(Style.BOLD));
        item(menu, EditorMessages.ALL.text("prose.italic") + "\tCtrl+I", () -> target().toggle(Style.ITALIC));
        new MenuItem(menu, SWT.SEPARATOR);
        if (view.cell().place().isPresent()) {
            fillTableMenu(menu);
        } else {
            fillMarkers(inner(menu, "prose.list"));
            fillTableMenu(inner(menu, "prose.table"));
        }
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, EditorMessages.ALL.text("prose.citation"), this::cite);
        item(menu, EditorMessages.ALL.text("prose.note"), this::editNote);
    }

    private static Menu inner(Menu menu, String key) {
        var item = new MenuItem(menu, SWT.CASCADE);
        item.setText(EditorMessages.ALL.text(key).replace("▾", "").strip());
        var inner = new Menu(item);
        item.setMenu(inner);
        return inner;
    }

    private void chooseMarker() {
        var menu = new Menu(tools);
        fillMarkers(menu);
        show(menu, markers);
    }

    private void fillMarkers(Menu menu) {
        MARKERS.forEach(level -> item(menu, EditorMessages.ALL.text("prose.list." + level.name()), () -> mark(level)));
        item(menu, EditorMessages.ALL.text("prose.list.none"), () -> mark(null));
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, EditorMessages.ALL.text("prose.up"), () -> move(-1));
        item(menu, EditorMessages.ALL.text("prose.down"), () -> move(1));
    }

    /** Makes the selected lines items of a level; null removes their markers. */
    public void mark(DivisionLevel level) {
        var lines = view.lines();
        edited(view.prose().mark(lines.x, lines.y, level));
        view.control().setFocus();
    }

    private void cite() {
        if (view.prose() == null) {
            return;
        }
        picker.citation(citations, code -> {
            wantedCitation = code;
            citeWanted();
        });
    }

    /** Inserts the citation that the user wants as soon as the file has its definition. */
    private void citeWanted() {
        var code = wantedCitation;
        if (citations.stream().anyMatch(each -> each.code().equals(code))) {
            wantedCitation = null;
            cite(code);
        }
    }

    /** Replaces the selection by a citation. */
    public void cite(String code) {
        var shown = citations.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow()
                .shown();
        target().insert(shown, code);
    }

    /** Returns the view that is edited: that of a cell of a table, or that of the text. */
    private ProseView target() {
        return view.cell().view().orElse(view);
    }

    /** Edits the footnote at the caret, or inserts one behind the selection. */
    @Override
    public void editNote() {
        if (view.prose() == null) {
            return;
        }
        var target = target();
        var note = target.note();
        var content = note.map(RichProse.Note::content).orElse("");
        var dialog = new NoteDialog(
                sash.getShell(),
                editor.open()
                        .readUnlessBusy(resource -> ProseLines.rich(content, resource))
                        .orElseGet(() -> ProseLines.rich(content, null)));
        if (dialog.open() != Window.OK) {
            return;
        }
        var lines = dialog.prose().lines().stream().map(RichLine::pieces).toList();
        if (!dialog.prose().text().isBlank()) {
            target.insertNote(note, RichProse.note(lines));
        } else {
            note.ifPresent(target::remove);
        }
    }

    // Tables

    private void chooseTable() {
        var menu = new Menu(tools);
        fillTableMenu(menu);
        show(menu, table);
    }

    private void show(Menu menu, ToolItem below) {
        var bounds = below.getBounds();
        menu.setLocation(tools.toDisplay(bounds.x, bounds.y + bounds.height));
        menu.setVisible(true);
    }

    private void fillTableMenu(Menu menu) {
        var place = view.cell().place();
        if (place.isEmpty()) {
            for (int i = FEWEST_COLUMNS; i <= MOST_COLUMNS; i++) {
                var columns = i;
                item(menu, EditorMessages.ALL.text("prose.table.insert", i), () -> insertTable(columns));
            }
            return;
        }
        var line = place.get().line();
        var column = place.get().column();
        var at = RichTable.at(view.prose(), line).orElseThrow();
        var below = line == at.first() && at.hasHead() ? line + 2 : line + 1;
        if (line > at.first() || !at.hasHead()) {
            change(menu, "prose.table.row.above", () -> at.addRow(line), line, column);
        }
        change(menu, "prose.table.row.below", () -> at.addRow(below), below, column);
        change(menu, "prose.table.column.before", () -> at.addColumn(column), line, column);
        change(menu, "prose.table.column.after", () -> at.addColumn(column + 1), line, column + 1);
        new MenuItem(menu, SWT.SEPARATOR);
        for (var alignment : Alignment.values()) {
            change(menu, "prose.table." + alignment, () -> at.align(column, alignment), line, column);
        }
        change(
                menu,
                at.hasHead() ? "prose.table.nohead" : "prose.table.head",
                () -> at.head(!at.hasHead()),
                at.first(),
                column);
        new MenuItem(menu, SWT.SEPARATOR);
        change(menu, "prose.table.row.remove", () -> at.removeRow(line), Math.max(at.first(), line - 1), column);
        change(menu, "prose.table.column.remove", () -> at.removeColumn(column), line, Math.max(0, column - 1));
        change(menu, "prose.table.remove", at::remove, at.first(), 0);
    }

    private void change(Menu menu, String key, Supplier<RichProse> change, int line, int column) {
        item(menu, EditorMessages.ALL.text(key), () -> view.cell().change(change.get(), new Place(line, column)));
    }

    private static void item(Menu menu, String text, Runnable action) {
        var item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, event -> action.run());
    }

    /** Inserts a table with a head and two rows at the caret, and begins to edit its first cell. */
    public void insertTable(int columns) {
        var caret = view.control().getCaretOffset();
        var line = view.prose().line(caret);
        var first = view.prose().lines().get(line).text().isBlank() ? line : line + 1;
        view.cell().change(RichTable.insert(view.prose(), caret, NEW_ROWS, columns), new Place(first, 0));
    }

    /** Moves the selected division up (-1) or down (1). */
    public void move(int by) {
        if (view.prose() != null) {
            divisions
                    .selected()
                    .flatMap(division -> view.prose().move(division, by))
                    .ifPresent(this::edited);
        }
    }

    /** Toggles a style of the selection. */
    public void toggle(Style style) {
        target().toggle(style);
    }

    /** Returns the text widget, for tests. */
    public StyledText text() {
        return view.control();
    }

    /** Returns the widget of the cell that is edited, for tests; empty for none. */
    public Optional<StyledText> cell() {
        return view.cell().view().map(ProseView::control);
    }

    /** Returns the labels of the top-level divisions, one per line, for tests. */
    public String divisionLabels() {
        return view.prose() == null
                ? ""
                : view.prose().divisions().stream().map(Division::label).collect(Collectors.joining("\n"));
    }

    @Override
    public boolean reveals(int at, int length) {
        if (view == null
                || view.prose() == null
                || at < offset
                || at > offset + view.prose().source().length()) {
            return false;
        }
        view.select(at - offset, length);
        return true;
    }

    @Override
    public int selectedOffset() {
        return view == null || view.prose() == null
                ? -1
                : offset
                        + view.prose()
                                .offsets()
                                .get(view.prose().line(view.control().getCaretOffset()));
    }

    @Override
    public void setFocus() {
        if (view != null) {
            target().control().setFocus();
        }
    }

    @Override
    public void dispose() {
        if (listened != null) {
            listened.removeDocumentListener(edits);
        }
    }
}
