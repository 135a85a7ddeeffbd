/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bieumau.dsl.ide.internal.paste.PastedHtml;
import org.bieumau.dsl.ide.internal.prose.Marker;
import org.bieumau.dsl.ide.internal.prose.Piece;
import org.bieumau.dsl.ide.internal.prose.Piece.Style;
import org.bieumau.dsl.ide.internal.prose.RichLine;
import org.bieumau.dsl.ide.internal.prose.RichProse;
import org.bieumau.dsl.ide.internal.prose.RichProse.Edited;
import org.bieumau.dsl.ide.internal.prose.RichProse.Note;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.dsl.ui.internal.theme.Palette;
import org.bieumau.editor.internal.Clip;
import org.bieumau.editor.internal.EditorMessages;
import org.bieumau.model.DivisionLevel;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.xtext.diagnostics.Severity;

/** Shows prose with its emphasis, and turns what is typed into new prose. */
public final class ProseView {

    /** Listener for edits and caret movements. */
    public interface Owner {
        void edited(Edited edited);

        /** Called when what was typed is not allowed at the caret. */
        void refused();

        void caretMoved();

        /** Called when the user opens the footnote at the caret. */
        default void editNote() {}

        /** Adds the commands of the page to a context menu, after those of every text. */
        default void fill(Menu menu) {}
    }

    // ND30, Phụ lục I, mục V.6: Times New Roman 13–14.
    private static final String TYPEFACE = "Times New Roman";
    private static final double PRINTED_SIZE = 14;
    private static final double SPACING = 0.13;
    private static final double SIZE = 13;
    private static final double SUPERSCRIPT = 0.65;
    private static final int STEP = 22;

    /** Prose copied last from a view of this class, with its citations, and the same as plain text. */
    private static List<List<Piece>> copied = List.of();

    private static String copiedText = "";

    private final StyledText text;
    private final Owner owner;
    private final LocalResourceManager fonts;
    /** The sheet; null for a cell of a table. */
    private Sheet sheet;

    private TableRows tables;
    private CellEditor cell;
    /** Whether this is the view of a cell of a table within prose. */
    private boolean isCell;

    private boolean isHead;
    private int alignment = SWT.LEFT;

    private RichProse prose;
    /** Style of the text typed next, if it was chosen without a selection; null otherwise. */
    private Piece typing;

    private boolean showing;
    /** Line of the caret before it was moved last. */
    private int caretLine;

    private Map<Integer, Severity> problems = Map.of();
    private Map<Integer, String> messages = Map.of();

    /**
     * Creates a view without a sheet.
     *
     * @param margin the margin on the left and right of the text, in pixels; above and below it is two thirds of that
     */
    public ProseView(Composite parent, Owner owner, int margin) {
        this(parent, owner);
        text.setFont(font(SIZE, SWT.NORMAL));
        text.setMargins(margin, margin * 2 / 3, margin, margin * 2 / 3);
        text.setLineSpacing(4);
    }

    /**
     * Returns a view that shows the text on a sheet, as it is printed.
     *
     * @param zoom 1 for the size on paper
     */
    static ProseView onSheet(Composite parent, Owner owner, double zoom) {
        var view = new ProseView(parent, owner);
        view.sheet = new Sheet(view.text, zoom);
        view.tables = new TableRows(view);
        view.cell = new CellEditor(view, owner, view.tables);
        view.zoom(zoom);
        view.text.addListener(SWT.Resize, event -> {
            view.tables.forget();
            view.restyleTables();
        });
        return view;
    }

    /** Returns a view for a cell of a table in another view. */
    static ProseView inCell(ProseView outer, Owner owner) {
        var view = new ProseView(outer.text, owner);
        view.isCell = true;
        view.text.setFont(outer.text.getFont());
        view.text.setMargins(TableRows.PADDING, TableRows.PADDING, TableRows.PADDING, 0);
        view.text.getVerticalBar().setVisible(false);
        return view;
    }

    private ProseView(Composite parent, Owner owner) {
        this.owner = owner;
        text = new Area(parent);
        fonts = new LocalResourceManager(JFaceResources.getResources(), text);
        text.addListener(SWT.Verify, this::typed);
        text.addCaretListener(event -> {
            if (!showing) {
                typing = null;
                owner.caretMoved();
                enterTable();
            }
        });
        text.addListener(SWT.MouseMove, event -> {
            var line = text.getLineIndex(event.y);
            var message = noteAt(event.x, event.y).orElse(messages.get(line));
            if (!Objects.equals(message, text.getToolTipText())) {
                text.setToolTipText(message);
            }
        });
        text.addListener(SWT.Selection, event -> owner.caretMoved());
        var menu = new Menu(text);
        menu.addListener(SWT.Show, event -> fill(menu));
        text.setMenu(menu);
        text.addListener(SWT.MouseDoubleClick, event -> note().ifPresent(note -> owner.editNote()));
        text.addVerifyKeyListener(event -> {
            if ((event.stateMask & SWT.MODIFIER_MASK) == SWT.MOD1 && (event.keyCode == 'b' || event.keyCode == 'i')) {
                event.doit = false;
                toggle(event.keyCode == 'b' ? Style.BOLD : Style.ITALIC);
            }
        });
    }

    private Font font(double size, int style) {
        return fonts.create(FontDescriptor.createFrom(TYPEFACE, (int) Math.round(size), style));
    }

    /** Sets the size of the sheet; 1 is the size on paper. */
    void zoom(double zoom) {
        cell.close();
        tables.forget();
        sheet.zoom(zoom);
        text.setFont(font(PRINTED_SIZE * zoom, SWT.NORMAL));
        text.setLineSpacing((int) Math.round(PRINTED_SIZE * zoom * SPACING));
        if (prose != null) {
            restyle(List.of());
        }
    }

    /**
     * Sets the look of a cell.
     *
     * @param head whether it is in the head of the table
     * @param side the SWT style of its alignment
     */
    void look(boolean head, int side) {
        isHead = head;
        alignment = side;
        if (prose != null) {
            restyle(List.of());
        }
    }

    private void restyleTables() {
        if (prose != null) {
            for (int i = 0; i < prose.lines().size(); i++) {
                if (prose.lines().get(i).isTableRow()) {
                    style(i, prose.start(i));
                }
            }
        }
    }

    /** Returns the letters of this text in another style. */
    Font font(int style) {
        return font(text.getFont().getFontData()[0].getHeight(), style);
    }

    Sheet sheet() {
        return sheet;
    }

    /** Returns the editor of the cells of the tables; null in a cell. */
    CellEditor cell() {
        return cell;
    }

    /** Returns the size of the sheet. */
    double zoom() {
        return sheet.zoom();
    }

    /**
     * Text widget that copies and pastes text with its emphasis. It is public because the commands of the workbench
     * call its methods by reflection.
     */
    public final class Area extends StyledText {

        Area(Composite parent) {
            super(parent, SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
            Names.named(this, EditorMessages.ALL.text("prose.area"));
        }

        @Override
        public void copy() {
            keep();
            super.copy();
        }

        @Override
        public void cut() {
            keep();
            super.cut();
        }

        private void keep() {
            var selection = getSelection();
            if (prose != null && selection.x < selection.y) {
                copied = prose.between(selection.x, selection.y);
                copiedText = getSelectionText().replace("\r\n", "\n");
            }
        }

        @Override
        public void paste() {
            var clip = Clip.now(getDisplay());
            if (copiedText.equals(clip.text())) {
                ProseView.this.paste(copied);
            } else if (clip.html() != null) {
                ProseView.this.paste(PastedHtml.lines(clip.html()));
            } else {
                super.paste();
            }
        }
    }

    private void fill(Menu menu) {
        for (var item : menu.getItems()) {
            item.dispose();
        }
        // In a table, the commands are those of the cell.
        var edited = cell == null ? this : cell.view().orElse(this);
        var isSelected = edited.text.getSelectionCount() > 0;
        item(menu, "prose.cut", isSelected && text.getEditable(), edited.text::cut);
        item(menu, "prose.copy", isSelected, edited.text::copy);
        item(menu, "prose.paste", text.getEditable(), edited.text::paste);
        item(menu, "prose.all", true, edited.text::selectAll);
        if (text.getEditable()) {
            owner.fill(menu);
        }
    }

    private static void item(Menu menu, String key, boolean isEnabled, Runnable action) {
        var item = new MenuItem(menu, SWT.PUSH);
        item.setText(EditorMessages.ALL.text(key));
        item.setEnabled(isEnabled);
        item.addListener(SWT.Selection, event -> action.run());
    }

    /** Replaces the selection by lines. */
    void paste(List<List<Piece>> lines) {
        if (prose != null && text.getEditable() && !lines.isEmpty()) {
            var selection = text.getSelection();
            prose.replace(selection.x, selection.y, lines).ifPresentOrElse(owner::edited, owner::refused);
        }
    }

    public StyledText control() {
        return text;
    }

    /** Returns the prose shown; null for none. */
    public RichProse prose() {
        return prose;
    }

    /** Edits the cell next to the caret if the caret was moved into a table by keys. */
    private void enterTable() {
        var line = line(text.getCaretOffset());
        var before = caretLine;
        caretLine = line;
        if (cell == null || line == before || text.getSelectionCount() > 0 || !isTableRow(line)) {
            return;
        }
        text.getDisplay().asyncExec(() -> {
            // A key that extends the selection moves the caret first.
            if (!text.isDisposed()
                    && text.getSelectionCount() == 0
                    && text.isFocusControl()
                    && caretLine == line
                    && cell.place().isEmpty()
                    && isTableRow(line)) {
                cell.open(new TableRows.Place(line, 0), true);
            }
        });
    }

    private int line(int offset) {
        return prose == null ? 0 : prose.line(offset);
    }

    private int end(int line) {
        return prose.start(line) + prose.lines().get(line).text().length();
    }

    private boolean isTableRow(int line) {
        return prose != null
                && line < prose.lines().size()
                && prose.lines().get(line).isTableRow();
    }

    // Typing

    private void typed(Event event) {
        if (showing) {
            return;
        }
        event.doit = false;
        if (prose == null || !text.getEditable()) {
            return;
        }
        if (sheet != null && event.start == event.end && isTableRow(line(event.start))) {
            // The caret has just been moved into the table by a key.
            cell.open(new TableRows.Place(line(event.start), 0), true);
            cell.view().ifPresent(each -> each.text.insert(event.text));
            return;
        }
        if (sheet != null) {
            // A selection has the rows of a table as a whole.
            var first = line(event.start);
            var last = line(event.end);
            var isSelected = text.getSelectionCount() > 0;
            event.start =
                    isTableRow(first) && (isSelected || event.start < end(first)) ? prose.start(first) : event.start;
            event.end = isTableRow(last) && event.end > prose.start(last) ? end(last) : event.end;
        }
        var written = event.text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
        Optional<Edited> edited;
        if (isCell) {
            edited = prose.replace(
                    event.start,
                    event.end,
                    List.of(style().with(written.replace('\n', ' ')).inCell()));
        } else if (isJoiningTable(event.start, event.end, written)) {
            edited = Optional.empty();
        } else if (written.isEmpty()
                && event.end == event.start + 1
                && text.getSelection().equals(new Point(event.end, event.end))) {
            edited = prose.deleteBackward(event.start, event.end);
        } else if (written.equals("\n")) {
            edited = event.end > event.start
                    ? prose.replace(event.start, event.end, "")
                            .flatMap(each -> each.prose().breakLine(each.caret()))
                    : prose.breakLine(event.start);
        } else {
            edited = typing == null
                    ? prose.replace(event.start, event.end, written)
                    : prose.replace(event.start, event.end, written, typing);
        }
        var kept = typing;
        edited.ifPresentOrElse(owner::edited, owner::refused);
        typing = kept;
    }

    /** Returns whether a change would join text to a row of a table. */
    private boolean isJoiningTable(int from, int to, String written) {
        var first = prose.line(from);
        var last = prose.line(to);
        return sheet != null
                && first != last
                && (isTableRow(first) || isTableRow(last))
                && to < end(last)
                && (from > prose.start(first) || !written.isEmpty());
    }

    /** Moves the selected items to the next inner (1) or outer (-1) level. */
    void indent(int by) {
        if (prose == null || !text.getEditable()) {
            return;
        }
        var from = text.getSelection().x;
        // A selection up to the beginning of a line does not include that line.
        var to = text.getSelection().y > from && prose.start(prose.line(text.getSelection().y)) == text.getSelection().y
                ? text.getSelection().y - 1
                : text.getSelection().y;
        prose.indent(from, to, by).ifPresent(edited -> {
            owner.edited(edited);
            if (from < to) {
                text.setSelection(prose.start(prose.line(from)), edited.caret());
            }
        });
    }

    /**
     * Replaces the selection by an atomic piece, such as a citation.
     *
     * @param shown the text of the piece as displayed
     */
    void insert(String shown, String code) {
        var selection = text.getSelection();
        prose.insert(selection.x, selection.y, shown, code).ifPresentOrElse(owner::edited, owner::refused);
        text.setFocus();
    }

    /** Returns the text of the footnote at a point. */
    private Optional<String> noteAt(int x, int y) {
        var offset = prose == null ? -1 : text.getOffsetAtPoint(new Point(x, y));
        return offset < 0
                ? Optional.empty()
                : prose.note(offset).map(note -> note.content().replaceAll("\\*+|\\\\", ""));
    }

    /** Returns the footnote at the caret. */
    Optional<Note> note() {
        return prose == null ? Optional.empty() : prose.note(text.getCaretOffset());
    }

    /** Inserts a footnote behind the selection, or replaces one. */
    void insertNote(Optional<Note> replaced, String code) {
        var at = text.getSelection().y;
        prose.insertNote(
                        replaced.map(Note::from).orElse(at),
                        replaced.map(Note::to).orElse(at),
                        code)
                .ifPresentOrElse(owner::edited, owner::refused);
        text.setFocus();
    }

    /** Deletes a footnote. */
    void remove(Note note) {
        prose.replace(note.from(), note.to(), "").ifPresentOrElse(owner::edited, owner::refused);
        text.setFocus();
    }

    /** Toggles a style of the selection or, if nothing is selected, of the text typed next. */
    void toggle(Style style) {
        if (prose == null || !text.getEditable()) {
            return;
        }
        var selection = text.getSelection();
        if (selection.x == selection.y) {
            var now = style();
            typing = now.with(style, !now.has(style));
            owner.caretMoved();
        } else {
            var caret = text.getCaretOffset();
            owner.edited(new Edited(
                    prose.style(selection.x, selection.y, style, !prose.has(selection.x, selection.y, style)), caret));
            text.setSelection(selection);
            owner.caretMoved();
        }
    }

    /** Returns whether the selection or, if nothing is selected, the text typed next has a style. */
    boolean has(Style style) {
        var selection = text.getSelection();
        return prose != null
                && (selection.x == selection.y ? style().has(style) : prose.has(selection.x, selection.y, style));
    }

    private Piece style() {
        if (typing != null) {
            return typing;
        }
        var caret = text.getCaretOffset();
        var line = prose.line(caret);
        return prose.lines()
                .get(line)
                .before(caret - prose.start(line))
                .map(piece -> new Piece("", piece.bold(), piece.italic(), piece.superscript(), null))
                .orElse(Piece.of(""));
    }

    // Display

    /**
     * Shows prose. Unchanged lines are not redrawn.
     *
     * @param now the prose; null for none
     * @param caret the offset of the caret afterwards; -1 to keep it
     */
    public void show(RichProse now, int caret) {
        if (now == null) {
            prose = null;
            if (cell != null) {
                cell.close();
            }
            showing = true;
            text.setText("");
            showing = false;
            return;
        }
        showing = true;
        text.setRedraw(false);
        try {
            var before = prose == null ? List.<RichLine>of() : prose.lines();
            prose = now;
            replaceText(now.text());
            restyle(before);
            if (caret >= 0) {
                text.setSelection(Math.min(caret, text.getCharCount()));
            }
        } finally {
            text.setRedraw(true);
            showing = false;
        }
        if (caret >= 0) {
            text.showSelection();
        }
        if (cell != null) {
            cell.follow();
        }
        owner.caretMoved();
    }

    private void replaceText(String wanted) {
        var edit = TextEdit.between(text.getText(), wanted);
        if (!edit.isEmpty()) {
            text.replaceTextRange(edit.offset(), edit.length(), edit.text());
        }
    }

    private void restyle(List<RichLine> before) {
        var lines = prose.lines();
        var first = 0;
        while (first < lines.size() && first < before.size() && lines.get(first).looksLike(before.get(first))) {
            first++;
        }
        var end = lines.size();
        var oldEnd = before.size();
        while (end > first && oldEnd > first && lines.get(end - 1).looksLike(before.get(oldEnd - 1))) {
            end--;
            oldEnd--;
        }
        // Whether a line is a title depends on the lines next to it.
        do {
            first = Math.max(0, first - 1);
        } while (first > 0
                && (lines.get(first).isHead() || lines.get(first).text().isBlank()));
        end = Math.min(end + 1, lines.size());
        // The columns of a table depend on all of its rows.
        while (first > 0
                && lines.get(first).isTableRow()
                && lines.get(first - 1).isTableRow()) {
            first--;
        }
        while (end > 0
                && end < lines.size()
                && lines.get(end - 1).isTableRow()
                && lines.get(end).isTableRow()) {
            end++;
        }
        var start = prose.start(first);
        for (int i = first; i < end; i++) {
            style(i, start);
            start += lines.get(i).text().length() + 1;
        }
    }

    private void style(int index, int start) {
        var line = prose.lines().get(index);
        if (sheet != null && line.isTableRow()) {
            tables.style(index, start, line.text().length());
            return;
        }
        var marker = line.marker();
        var isTitle = isCell ? isHead : prose.isTitle(index);
        var ranges = new ArrayList<StyleRange>();
        var at = start;
        var markerEnd = start + marker.map(each -> each.text().length()).orElse(0);
        if (marker.isPresent()) {
            var range = new StyleRange(start, markerEnd - start, null, null, isTitle ? SWT.BOLD : SWT.NORMAL);
            ranges.add(underlined(range, index));
        }
        for (var piece : line.pieces()) {
            var end = at + piece.text().length();
            var from = Math.max(at, markerEnd);
            if (end > from) {
                var range = range(from, end - from, piece, isTitle);
                if (line.isHead()) {
                    range.foreground = Palette.TEXT.colour();
                    range.background = Palette.HEADER.colour();
                    range.fontStyle |= SWT.ITALIC;
                }
                ranges.add(underlined(range, index));
            }
            at = end;
        }
        text.replaceStyleRanges(start, at - start, ranges.toArray(StyleRange[]::new));
        var row = text.getLineAtOffset(start);
        if (isCell) {
            text.setLineAlignment(row, 1, alignment);
            return;
        }
        if (sheet == null) {
            var indent = indent(line, marker);
            text.setLineIndent(row, 1, indent);
            text.setLineWrapIndent(row, 1, indent);
        } else {
            var isCentred = isTitle
                    && marker.map(each -> each.level().compareTo(DivisionLevel.ARTICLE) < 0)
                            .orElse(true);
            text.setLineAlignment(row, 1, isCentred ? SWT.CENTER : SWT.LEFT);
            text.setLineJustify(row, 1, !isCentred);
            text.setLineIndent(row, 1, isCentred || line.isHead() ? 0 : sheet.indent());
            text.setLineVerticalIndent(row, sheet.above(row == 0));
        }
    }

    /** Returns the look of a piece of text. */
    StyleRange range(int start, int length, Piece piece, boolean isBold) {
        var range = new StyleRange(
                start,
                length,
                null,
                piece.isWhole() && !piece.text().equals("|") ? Palette.WHOLE.colour() : null,
                (piece.bold() || isBold ? SWT.BOLD : SWT.NORMAL) | (piece.italic() ? SWT.ITALIC : SWT.NORMAL));
        if (piece.superscript() || piece.isNote()) {
            var size = text.getFont().getFontData()[0].getHeight();
            range.font = font(size * SUPERSCRIPT, range.fontStyle);
            range.rise = size / 2;
        }
        return range;
    }

    private StyleRange underlined(StyleRange range, int line) {
        var severity = problems.get(line);
        if (severity != null) {
            range.underline = true;
            range.underlineStyle = SWT.UNDERLINE_SQUIGGLE;
            var colour = switch (severity) {
                case ERROR -> Palette.ERROR_LINE;
                case WARNING -> Palette.WARNING_LINE;
                default -> Palette.NOTE_LINE;
            };
            range.underlineColor = colour.colour();
        }
        return range;
    }

    private static int indent(RichLine line, Optional<Marker> marker) {
        if (line.isHead()) {
            return 0;
        }
        return marker.map(each -> switch (each.level()) {
                    case CLAUSE -> STEP;
                    case POINT, DASH -> 2 * STEP;
                    case PLUS -> 3 * STEP;
                    default -> 0;
                })
                .orElse(STEP);
    }

    /**
     * Underlines the lines with problems.
     *
     * @param found by line, the greatest severity
     * @param sentences by line, the messages shown when the mouse is over it
     */
    void problems(Map<Integer, Severity> found, Map<Integer, String> sentences) {
        messages = Map.copyOf(sentences);
        if (prose != null && !found.equals(problems)) {
            var touched = new ArrayList<>(found.keySet());
            touched.addAll(problems.keySet());
            problems = Map.copyOf(found);
            touched.stream()
                    .distinct()
                    .filter(line -> line < prose.lines().size())
                    .forEach(line -> style(line, prose.start(line)));
        }
    }

    /** Returns the first (x) and last (y) line of the selection. */
    Point lines() {
        var selection = text.getSelection();
        return new Point(prose.line(selection.x), prose.line(selection.y));
    }

    /**
     * Selects the text that a part of the source describes, and scrolls to it.
     *
     * @param at offset in the source
     */
    void select(int at, int length) {
        var offsets = prose.offsets();
        var line = 0;
        while (line + 1 < offsets.size() && offsets.get(line + 1) <= at) {
            line++;
        }
        reveal(line);
        var end = Math.min(prose.source().length(), at + length);
        var words = prose.source().substring(at, end);
        var shown = prose.lines().get(line).text();
        var found = words.isEmpty() ? -1 : shown.indexOf(words);
        for (var before = prose.source().indexOf(words, offsets.get(line));
                found >= 0 && before >= 0 && before < at;
                before = prose.source().indexOf(words, before + 1)) {
            found = shown.indexOf(words, found + 1);
        }
        if (found >= 0) {
            text.setSelection(prose.start(line) + found, prose.start(line) + found + words.length());
            text.showSelection();
        }
    }

    /** Moves the caret to a line and scrolls to it. */
    void reveal(int line) {
        text.setSelection(prose.start(line));
        text.setTopIndex(Math.max(0, text.getLineAtOffset(prose.start(line)) - 1));
    }
}
