/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.profile.Look;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Anchor;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.bieumau.core.source.SourceItem.Rule;
import org.bieumau.core.source.SourceItem.Run;
import org.bieumau.core.source.SourceItem.Setting;
import org.bieumau.core.source.SourceItem.Skipped;
import org.bieumau.ooxml.internal.reading.Vocabulary;
import org.bieumau.ooxml.internal.reading.XmlReader;

/** Reads the blocks of a story: the body, a header or footer, or notes. */
final class StoryReader {

    /** Receives items in the order of the file. */
    interface Sink {
        void add(SourceItem item) throws ProblemException;
    }

    private static final Pattern TYPED_RULE = Pattern.compile("\\s*[_\u2013\u2014\u2500\u2015=*-]{3,}\\s*");

    private final WordFile file;
    private final XmlReader xml;
    private final String part;
    private final Fields fields;
    /** Notes to which the rows of the current table refer. */
    private final List<SourceItem> notesOfTable = new ArrayList<>();
    /** The text of paragraphs whose ends were deleted. */
    private Pieces joined = new Pieces();

    private boolean endsSection;
    private Look pageNumber;

    /**
     * @param part the part of the file that is read
     * @param inMargin whether the story is a header or footer
     */
    StoryReader(WordFile file, XmlReader xml, String part, boolean inMargin) {
        this.file = file;
        this.xml = xml;
        this.part = part;
        fields = new Fields(inMargin);
    }

    WordFile file() {
        return file;
    }

    XmlReader xml() {
        return xml;
    }

    Fields fields() {
        return fields;
    }

    /** Returns whether the block that was read last ends a section. */
    boolean endsSection() {
        return endsSection;
    }

    /** Returns the look of the page number in a header or footer; null if it shows none. */
    Look pageNumber() {
        return pageNumber;
    }

    /** Returns the notes that a table refers to, and forgets them. */
    List<SourceItem> takeNotesOfTable() {
        var notes = List.copyOf(notesOfTable);
        notesOfTable.clear();
        return notes;
    }

    /** Reads all blocks of the current element. */
    void blocks(Scope scope, Sink sink) throws IOException, ProblemException {
        var children = new Children(xml);
        while (children.next()) {
            if (xml.is(Vocabulary.WORD, "tbl")) {
                var table = new TableReader(this, scope);
                while (table.next(sink)) {
                    // Each row goes to the sink.
                }
            } else {
                block(children, scope, sink);
            }
        }
        finish(scope, sink);
    }

    /** Passes on text of a paragraph whose end was deleted. */
    void finish(Scope scope, Sink sink) throws IOException, ProblemException {
        if (!joined.isEmpty()) {
            emit(new ParagraphState(scope, takeJoined()), sink);
        }
    }

    private Pieces takeJoined() {
        var taken = joined;
        joined = new Pieces();
        return taken;
    }

    /** Reads the current block, unless it is a table. */
    void block(Children children, Scope scope, Sink sink) throws IOException, ProblemException {
        endsSection = false;
        if (xml.vocabulary() == Vocabulary.MATH) {
            var state = new ParagraphState(scope, new Pieces());
            formula(state);
            emit(state, sink);
        } else if (xml.is(Vocabulary.WORD, "p")) {
            paragraph(children, scope, sink);
        } else if (xml.is(Vocabulary.WORD, "altChunk")) {
            sink.add(new Skipped(place(scope), DocxMessages.ALL.text("skipped.chunk")));
        }
    }

    private Place place(Scope scope) {
        return scope.cell() == null ? file.comingParagraph() : scope.cell();
    }

    private void paragraph(Children around, Scope scope, Sink sink) throws IOException, ProblemException {
        var state = new ParagraphState(scope, takeJoined());
        state.element = xml.elements();
        state.flags |= Flags.of(Flag.PLACEHOLDER, around.isPlaceholder());
        inline(new Children(xml), around, state, sink);
        fields.endParagraph();
        endsSection = state.endsSection;
        if (state.isMarkDeleted) {
            joined = state.pieces;
            // A completely deleted paragraph may still have anchored items.
            for (var item : state.after) {
                sink.add(item);
            }
        } else {
            emit(state, sink);
        }
    }

    /** A reference to a note. */
    private record Reference(Notes.Kind kind, String id, String number) {}

    /** State of the paragraph being read. */
    static final class ParagraphState {
        private final Scope scope;
        private final Pieces pieces;
        private final List<Rule> rules = new ArrayList<>();
        /** Items to add after the paragraph. */
        private final List<SourceItem> after = new ArrayList<>();

        private final List<Reference> notes = new ArrayList<>();
        private ParagraphFormat format = ParagraphFormat.NONE;
        private CharacterFormat mark = CharacterFormat.NONE;
        /** Number of the element of the paragraph; 0 if it has none. */
        private int element;

        /** The format of a page number in it; null if it shows none. */
        private CharacterFormat pageNumber;

        private int flags;
        private boolean isMarkDeleted;
        private boolean endsSection;

        ParagraphState(Scope scope, Pieces pieces) {
            this.scope = scope;
            this.pieces = pieces;
            flags = scope.flags();
        }

        Scope scope() {
            return scope;
        }

        void rule(Rule rule) {
            rules.add(rule);
        }
    }

    private void inline(Children children, Children around, ParagraphState state, Sink sink)
            throws IOException, ProblemException {
        while (children.next()) {
            if (xml.vocabulary() == Vocabulary.MATH) {
                formula(state);
            } else if (xml.vocabulary() == Vocabulary.WORD) {
                switch (xml.name()) {
                    case "r" ->
                        run(
                                Flags.of(Flag.INSERTED, children.isInserted() || around.isInserted())
                                        | Flags.of(
                                                Flag.PLACEHOLDER, children.isPlaceholder() || around.isPlaceholder()),
                                state,
                                sink);
                    case "pPr" -> properties(state);
                    case "fldSimple" -> {
                        fields.begin();
                        fields.code(CharacterFormat.first(xml.attribute("instr"), ""));
                        fields.separate();
                        inline(new Children(xml), children, state, sink);
                        fields.end();
                    }
                    default -> {}
                }
            }
        }
    }

    private void properties(ParagraphState state) throws IOException, ProblemException {
        var formats = file.formats();
        state.format = formats.paragraph(xml);
        state.mark = formats.mark();
        state.isMarkDeleted = formats.isMarkDeleted();
        state.endsSection = formats.hasSection();
        state.flags |= Flags.of(Flag.INSERTED, formats.isMarkInserted());
    }

    private void formula(ParagraphState state) throws IOException, ProblemException {
        var text = new StringBuilder();
        var level = xml.depth();
        collect(level, text);
        state.after.add(new Skipped(place(state.scope), DocxMessages.ALL.text("skipped.formula", text.toString())));
    }

    private void collect(int level, StringBuilder text) throws IOException, ProblemException {
        while (xml.nextChild(level)) {
            if (xml.is(Vocabulary.MATH, "t")) {
                text.append(xml.text());
            } else {
                collect(level + 1, text);
            }
        }
    }

    private void run(int flags, ParagraphState state, Sink sink) throws IOException, ProblemException {
        var format = CharacterFormat.NONE;
        var children = new Children(xml);
        while (children.next()) {
            if (xml.vocabulary() != Vocabulary.WORD) {
                continue;
            }
            switch (xml.name()) {
                case "rPr" -> format = file.formats().characters(xml);
                case "t" -> add(text(), format, flags, state);
                case "tab", "ptab" -> add("\t", format, flags, state);
                case "cr" -> add("\n", format, flags, state);
                case "br" -> {
                    if ("page".equals(xml.attribute("type"))) {
                        state.flags |= Flags.of(Flag.NEW_PAGE);
                    } else {
                        add("\n", format, flags, state);
                    }
                }
                case "noBreakHyphen" -> add("\u2011", format, flags, state);
                case "softHyphen" -> add(Pieces.SOFT_HYPHEN, format, flags, state);
                case "sym" -> add(symbol(), format, flags, state);
                case "fldChar" -> field(format, flags, state);
                case "instrText" -> fields.code(xml.text());
                case "pgNum" -> {
                    fields.pageNumber();
                    state.pageNumber = format;
                }
                case "footnoteReference" -> reference(Notes.Kind.FOOTNOTE, format, flags, state);
                case "endnoteReference" -> reference(Notes.Kind.ENDNOTE, format, flags, state);
                case "commentReference" ->
                    skipped("skipped.comment", state, file.comments().text(xml.attribute("id")));
                case "ruby" -> ruby(state, sink);
                case "drawing", "pict", "object" -> new DrawingReader(this, state, sink).read();
                default -> {}
            }
        }
    }

    private void add(String text, CharacterFormat format, int flags, ParagraphState state) {
        if (fields.isShown()) {
            state.pieces.add(text, format, flags | state.scope.flags() & Flags.of(Flag.PLACEHOLDER));
        } else if (fields.isInPageNumber()) {
            state.pageNumber = format;
        }
    }

    private String text() throws IOException, ProblemException {
        var keeps = xml.preservesSpace();
        var text = xml.text();
        if (text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0) {
            text = text.replaceAll("[\n\t]+", " ");
        }
        return keeps || text.isEmpty() || text.charAt(0) > ' ' && text.charAt(text.length() - 1) > ' '
                ? text
                : text.strip();
    }

    private String symbol() {
        var code = xml.attribute("char");
        try {
            var c = code == null ? 0 : Integer.parseInt(code, 16);
            return Character.isValidCodePoint(c) && c >= ' '
                    ? Symbols.shown(Character.toString(c), CharacterFormat.first(xml.attribute("font"), ""))
                    : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }

    private void field(CharacterFormat format, int flags, ParagraphState state) throws IOException, ProblemException {
        switch (xml.attribute("fldCharType")) {
            case "begin" -> {
                var shown = FormField.shown(xml);
                add(shown, format, flags, state);
                fields.begin();
            }
            case "separate" -> {
                fields.separate();
                noteNumber(format, state);
            }
            case "end" -> {
                noteNumber(format, state);
                fields.end();
            }
            case null, default -> {}
        }
    }

    /** Notes the format of a page number, which may be a field without a stored result. */
    private void noteNumber(CharacterFormat format, ParagraphState state) {
        if (fields.isInPageNumber() && state.pageNumber == null) {
            state.pageNumber = format;
        }
    }

    private void reference(Notes.Kind kind, CharacterFormat format, int flags, ParagraphState state) {
        var id = xml.attribute("id");
        var isOwnMark = xml.attribute("customMarkFollows");
        var number = isOwnMark != null && Measures.isOn(isOwnMark)
                ? ""
                : file.notes().number(kind);
        state.pieces.add(number, format, flags | Flags.of(Flag.NOTE));
        state.notes.add(new Reference(kind, CharacterFormat.first(id, ""), number));
    }

    void skipped(String what, ParagraphState state, Object... arguments) {
        state.after.add(new Skipped(place(state.scope), DocxMessages.ALL.text(what, arguments)));
    }

    private void ruby(ParagraphState state, Sink sink) throws IOException, ProblemException {
        var level = xml.depth();
        while (xml.nextChild(level)) {
            if (xml.name().equals("rubyBase")) {
                var children = new Children(xml);
                inline(children, children, state, sink);
            }
        }
    }

    private void emit(ParagraphState state, Sink sink) throws IOException, ProblemException {
        var look = file.looks().paragraph(state.scope.table(), state.format);
        var label = look.list() == 0 ? "" : file.numbering().next(look.list(), look.level());
        var runs = state.pieces.runs(look);
        var place = state.scope.cell() == null ? file.nextParagraph() : state.scope.cell();
        if (Boolean.TRUE.equals(look.format().newPage())) {
            state.flags |= Flags.of(Flag.NEW_PAGE);
        }
        if (state.scope.depth() > 0) {
            file.hold();
        }
        sink.add(new Paragraph(
                place,
                label,
                runs,
                runs.isEmpty() ? look.run(state.mark).look() : common(runs),
                setting(look, runs, state),
                Flags.set(state.flags),
                state.element == 0 ? null : new Anchor(part, state.element, 0)));
        if (state.pageNumber != null) {
            pageNumber = look.run(state.pageNumber).look();
        }
        for (var item : state.after) {
            sink.add(item);
        }
        notes(state, place, sink);
    }

    private void notes(ParagraphState state, Place place, Sink sink) throws IOException, ProblemException {
        for (int i = 0; i < state.notes.size(); i++) {
            var note = state.notes.get(i);
            for (var text : file.notes().text(note.kind(), note.id(), note.number(), place)) {
                if (state.scope.depth() > 0) {
                    notesOfTable.add(text);
                } else {
                    sink.add(text);
                }
            }
        }
    }

    /** Returns the common look of the text. Spaces are ignored unless there is no other text. */
    private static Look common(List<Run> runs) {
        if (runs.size() == 1) {
            return runs.getFirst().look();
        }
        var visible = runs.stream()
                .filter(run -> !run.text().isBlank() && !run.flags().contains(Flag.NOTE))
                .toList();
        return Look.common(
                (visible.isEmpty() ? runs : visible).stream().map(Run::look).toList());
    }

    private static Setting setting(ParagraphLook look, List<Run> runs, ParagraphState state) {
        var format = look.format();
        var base = look.setting();
        var rules = state.rules;
        var length = Measures.millimetres(state.scope.width()) - base.leftIndent() - base.rightIndent();
        if (Boolean.TRUE.equals(format.ruleAbove())) {
            rules.add(new Rule(Rule.Kind.BORDER_ABOVE, Math.max(0, length)));
        }
        if (Boolean.TRUE.equals(format.ruleBelow())) {
            rules.add(new Rule(Rule.Kind.BORDER_BELOW, Math.max(0, length)));
        }
        if (!runs.isEmpty() && runs.size() <= 3 && isTypedRule(runs)) {
            rules.add(new Rule(Rule.Kind.TYPED, 0));
        }
        return rules.isEmpty()
                ? base
                : new Setting(
                        base.style(),
                        base.outlineLevel(),
                        base.leftIndent(),
                        base.rightIndent(),
                        base.tabStops(),
                        List.copyOf(rules));
    }

    private static boolean isTypedRule(List<Run> runs) {
        var text = new StringBuilder();
        for (var run : runs) {
            text.append(run.text());
            if (text.length() > 0 && Character.isLetterOrDigit(text.charAt(0))) {
                return false;
            }
        }
        return TYPED_RULE.matcher(text).matches();
    }
}
