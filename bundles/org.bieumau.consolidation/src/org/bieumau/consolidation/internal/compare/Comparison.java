/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bieumau.consolidation.internal.compare.Change.Kind;
import org.bieumau.consolidation.internal.compare.Wording.Piece;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Cell;
import org.bieumau.model.Column;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Document;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Orientation;
import org.bieumau.model.PaperSize;
import org.bieumau.model.Run;
import org.bieumau.model.Section;

/** The differences between two documents, or two forms, as a table for Word and as lines. */
public final class Comparison {

    /** The name of the form with the differences. */
    public static final String FORM = "SoSánh";

    private static final BieumauFactory MODEL = BieumauFactory.eINSTANCE;

    private final String earlier;
    private final String later;
    private final List<Change> changes;

    private Comparison(String earlier, String later, List<Change> changes) {
        var alike = earlier.equals(later);
        this.earlier = alike ? CompareMessages.ALL.text("compare.earlier") : earlier;
        this.later = alike ? CompareMessages.ALL.text("compare.later") : later;
        this.changes = changes;
    }

    /**
     * Compares two elements.
     *
     * @param earlier a document or form
     * @param later an element of the same kind
     * @param profile the layout of both, which numbers their divisions
     * @throws IOException if the rows of a data source cannot be read
     * @throws IllegalArgumentException if the elements are not two documents or two forms
     */
    public static Comparison of(LibraryElement earlier, LibraryElement later, LayoutProfile profile)
            throws IOException {
        if (earlier instanceof Document && later instanceof Document) {
            var one = Layout.of(earlier, profile);
            var other = Layout.of(later, profile);
            return new Comparison(one.title(), other.title(), DocumentComparison.of(one, other));
        }
        if (earlier instanceof Form one && later instanceof Form other) {
            return new Comparison(title(one, profile), title(other, profile), FormComparison.of(one, other));
        }
        throw new IllegalArgumentException(
                earlier.eClass().getName() + ", " + later.eClass().getName());
    }

    /** Returns the period of a form in words, which tells apart two forms with one title; else its title. */
    private static String title(Form form, LayoutProfile profile) {
        return form.getPeriod() == null
                ? Layout.of(form, profile).title()
                : CompareMessages.ALL.text("compare.period", form.getPeriod());
    }

    /** Returns whether there is no difference. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Returns a line for each difference. */
    public List<String> lines() {
        return changes.stream()
                .map(change -> CompareMessages.ALL.text(
                        "compare.line." + key(change.kind()),
                        change.place().isEmpty() ? change.group() : change.place(),
                        text(change.earlier()),
                        text(change.later()),
                        change.note()))
                .map(String::strip)
                .toList();
    }

    /** Returns the number of differences of each kind in words. */
    public String summary() {
        var counts = changes.stream().collect(Collectors.groupingBy(Change::kind, TreeMap::new, Collectors.counting()));
        return counts.isEmpty()
                ? CompareMessages.ALL.text("compare.equal")
                : counts.entrySet().stream()
                        .map(each -> CompareMessages.ALL.text("compare.count." + key(each.getKey()), each.getValue()))
                        .collect(Collectors.joining("; ", "", "."));
    }

    /** Returns the differences as records for JSON. */
    public List<Map<String, Object>> records() {
        return changes.stream()
                .map(change -> {
                    Map<String, Object> entry = new LinkedHashMap<>();
                    entry.put("kind", key(change.kind()));
                    entry.put("group", change.group());
                    entry.put("place", change.place());
                    entry.put("earlier", text(change.earlier()));
                    entry.put("later", text(change.later()));
                    entry.put("note", change.note());
                    return entry;
                })
                .toList();
    }

    private static String text(List<List<Piece>> lines) {
        return lines.stream()
                .map(line -> line.stream().map(Piece::text).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static String key(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Returns a library with the table of differences: a form with a section for each division. */
    public Library table() {
        var library = MODEL.createLibrary();
        library.setLanguageVersion("2");
        var columns = new ArrayList<Column>();
        var template = template(columns);
        library.getElements().add(template);
        var form = MODEL.createForm();
        form.setName(FORM);
        form.setTemplate(template);
        library.getElements().add(form);
        Section section = null;
        for (var change : changes) {
            if (section == null || !change.group().equals(section.getTitle())) {
                section = MODEL.createSection();
                section.setTitle(change.group());
                form.getSections().add(section);
            }
            section.getEntries().add(entry(change, columns));
        }
        return library;
    }

    private FormTemplate template(List<Column> columns) {
        var template = MODEL.createFormTemplate();
        template.setName("BảngSoSánh");
        template.setTitle(CompareMessages.ALL.text("compare.title"));
        template.setPaper(PaperSize.A4);
        template.setOrientation(Orientation.LANDSCAPE);
        var sections = MODEL.createSectionSpec();
        sections.setBold(true);
        template.setSections(sections);
        add(columns, "stt", "compare.column.ordinal", ColumnType.ORDINAL, 12);
        add(columns, "mục", "compare.column.place", ColumnType.TEXT, 46);
        add(columns, "trước", earlier, ColumnType.PROSE, 0);
        add(columns, "nay", later, ColumnType.PROSE, 0);
        add(columns, "thayĐổi", "compare.column.change", ColumnType.TEXT, 40);
        template.getItems().addAll(columns);
        return template;
    }

    private static void add(List<Column> columns, String name, String title, ColumnType type, int width) {
        var column = MODEL.createColumn();
        column.setName(name);
        column.setTitle(title.startsWith("compare.") ? CompareMessages.ALL.text(title) : title);
        column.setType(type);
        if (width > 0) {
            column.setWidth(width);
        }
        columns.add(column);
    }

    private static Entry entry(Change change, List<Column> columns) {
        var entry = MODEL.createEntry();
        text(entry, columns.get(1), change.place());
        prose(entry, columns.get(2), change.earlier(), false);
        prose(entry, columns.get(3), change.later(), true);
        text(entry, columns.get(4), kind(change));
        return entry;
    }

    /** Returns the kind of a difference in words; that of a number says by how much it rose or fell. */
    private static String kind(Change change) {
        var kind = CompareMessages.ALL.text("compare.kind." + key(change.kind()), change.note());
        return change.kind() != Kind.CHANGED || change.note().isEmpty()
                ? kind
                : VietnameseText.capitalised(change.note());
    }

    private static void text(Entry entry, Column column, String text) {
        if (!text.isEmpty()) {
            var value = MODEL.createTextValue();
            value.setText(text);
            cell(entry, column).setValue(value);
        }
    }

    /** Adds lines; words that differ are italic in the earlier version, and bold in the later one. */
    private static void prose(Entry entry, Column column, List<List<Piece>> lines, boolean isLater) {
        var prose = MODEL.createProse();
        for (var line : lines) {
            var paragraph = MODEL.createParagraph();
            line.stream()
                    .filter(piece -> !piece.text().isEmpty())
                    .forEach(piece -> paragraph.getRuns().add(run(piece, isLater)));
            if (!paragraph.getRuns().isEmpty()) {
                prose.getLines().add(paragraph);
            }
        }
        if (!prose.getLines().isEmpty()) {
            cell(entry, column).setValue(prose);
        }
    }

    private static Run run(Piece piece, boolean isLater) {
        var text = MODEL.createTextRun();
        text.setText(piece.text());
        if (!piece.differs()) {
            return text;
        }
        var styled = MODEL.createStyledRun();
        styled.setBold(isLater);
        styled.setItalic(!isLater);
        styled.getRuns().add(text);
        return styled;
    }

    private static Cell cell(Entry entry, Column column) {
        var cell = MODEL.createCell();
        cell.setColumn(column);
        entry.getCells().add(cell);
        return cell;
    }
}
