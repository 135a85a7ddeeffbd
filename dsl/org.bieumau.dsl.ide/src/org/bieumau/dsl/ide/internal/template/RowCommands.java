/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.GivenRows;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.ide.internal.IdeMessages;
import org.bieumau.dsl.ide.internal.navigation.RowPaths;
import org.bieumau.dsl.internal.edit.ModelEdits;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.BieumauPackage;
import org.bieumau.model.ColumnType;
import org.bieumau.model.DropIndicator;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Indicator;
import org.bieumau.model.IndicatorList;
import org.bieumau.model.Library;
import org.bieumau.model.Position;
import org.bieumau.model.RenameIndicator;
import org.bieumau.reading.internal.draw.ItemNames;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Translates the commands for the rows that a template prints with its forms to edits of the text. Rows inherited from
 * a base template are never changed there: the template itself drops or renames them, or adds rows next to them. If the
 * paths of rows change, the places of the file that name them change, too.
 */
public final class RowCommands {

    private static final BieumauFactory MODEL = BieumauFactory.eINSTANCE;

    /**
     * A row to add.
     *
     * @param level level below the row after which it is added, from 0
     * @param ordinal the ordinal as printed; null for the one that continues those of the rows before it
     * @param unit the unit of measurement; empty for none
     * @param code the code; empty for none
     * @param isHeading whether the row is not filled in
     */
    public record NewRow(int level, String ordinal, String title, String unit, String code, boolean isHeading) {

        /** Creates a row with the next ordinal. */
        public NewRow(String title, String unit, String code) {
            this(0, null, title, unit, code, false);
        }
    }

    private final XtextResource resource;
    private final FormTemplate template;
    private final GivenRows rows;
    private final int index;
    private List<String> added = List.of();

    /** @throws RefusedException if there is no such template */
    public RowCommands(XtextResource resource, String name) throws RefusedException {
        this.resource = resource;
        template = Libraries.named(resource, FormTemplate.class, name)
                .orElseThrow(() -> new RefusedException("template.none", null, name));
        rows = GivenRows.of(template);
        index = Libraries.library(resource).orElseThrow().getElements().indexOf(template);
    }

    /** Change of the template, in a copy of the library. */
    interface Change {
        void make(FormTemplate changed, Library library);
    }

    private List<TextEdit> edits(Change change) throws RefusedException {
        return new ModelEdits(resource)
                .of(library -> change.make((FormTemplate) library.getElements().get(index), library));
    }

    private GivenRow row(String path) throws RefusedException {
        return rows.row(path).orElseThrow(() -> new RefusedException("template.row.gone", null, path));
    }

    /** Returns rows without those that are below another one of them, in the order in which they are printed. */
    private List<GivenRow> outermost(List<String> paths) throws RefusedException {
        var wanted = new LinkedHashSet<GivenRow>();
        for (var path : paths) {
            wanted.add(row(path));
        }
        return rows.all().stream()
                .filter(row -> wanted.contains(row) && ancestors(row).stream().noneMatch(wanted::contains))
                .toList();
    }

    private static List<GivenRow> ancestors(GivenRow row) {
        var ancestors = new ArrayList<GivenRow>();
        for (var each = row.parent(); each.isPresent(); each = each.get().parent()) {
            ancestors.add(each.get());
        }
        return ancestors;
    }

    private boolean isOwn(GivenRow row) {
        return TemplateRows.isOwn(row.source(), template);
    }

    private void refuseInherited(List<GivenRow> moved) throws RefusedException {
        for (var row : moved) {
            if (!isOwn(row)) {
                throw new RefusedException("template.row.inherited", null, row.title());
            }
        }
    }

    private Indicator copied(GivenRow row, Library library) {
        return ModelEdits.copied(row.source(), library, resource);
    }

    private List<Indicator> copied(List<GivenRow> all, Library library) {
        return all.stream().map(row -> copied(row, library)).toList();
    }

    // Adding

    /** Returns the paths of the rows that were added last at the outermost level. */
    public List<String> added() {
        return added;
    }

    /**
     * Adds rows after another one and the rows below it.
     *
     * @param anchor path of the other row, whose level is the outermost level of the new rows
     */
    public List<TextEdit> addAfter(String anchor, List<NewRow> newRows) throws RefusedException {
        var place = row(anchor);
        return add(newRows, place.ordinal(), (row, before, changed, library) -> {
            if (before == null) {
                RowPlaces.put(row, copied(place, library), Position.AFTER, changed);
            } else {
                RowPlaces.put(row, before, Position.AFTER, changed);
            }
        });
    }

    /**
     * Adds rows at the end of a list.
     *
     * @param list number of the list, from 0; one that does not exist adds a list without section
     */
    public List<TextEdit> addTo(int list, List<NewRow> newRows) throws RefusedException {
        var block = list >= 0 && list < rows.blocks().size() ? rows.blocks().get(list) : null;
        if (block != null
                && block.source().eContainer() != template
                && !block.rows().isEmpty()) {
            return addAfter(block.rows().getLast().path(), newRows);
        }
        var isOwn = block != null && block.source().eContainer() == template;
        var before = block == null || block.rows().isEmpty()
                ? firstOrdinal()
                : block.rows().getLast().ordinal();
        return add(newRows, before, (row, above, changed, library) -> {
            if (above != null) {
                RowPlaces.put(row, above, Position.AFTER, changed);
            } else if (isOwn) {
                ModelEdits.copied(block.source(), library, resource)
                        .getIndicators()
                        .add(row);
            } else {
                var created = MODEL.createIndicatorList();
                created.getIndicators().add(row);
                changed.getIndicatorLists().add(created);
            }
        });
    }

    /** Returns the ordinal before the first one, in a template that prints ordinals. */
    private String firstOrdinal() {
        var resolved = ResolvedTemplate.of(template);
        return resolved.columns().stream().anyMatch(column -> column.type() == ColumnType.ORDINAL) ? "0" : "";
    }

    private interface Placing {

        /** @param before the new row of the same level before it; null for the first one */
        void put(Indicator row, Indicator before, FormTemplate changed, Library library);
    }

    private List<TextEdit> add(List<NewRow> newRows, String ordinal, Placing placing) throws RefusedException {
        if (newRows.stream().anyMatch(row -> text(row.title()).isEmpty())) {
            throw new RefusedException("template.row.title", null);
        }
        var tops = new ArrayList<Indicator>();
        return edits((changed, library) -> {
            var columns = columns(changed);
            var open = new ArrayList<Indicator>();
            for (var newRow : newRows) {
                var level = Math.clamp(newRow.level(), 0, open.size());
                var before = level < open.size() ? ordinal(open.get(level)) : level == 0 ? ordinal : "";
                var row = indicator(newRow, before);
                if (level == 0) {
                    placing.put(row, open.isEmpty() ? null : open.getFirst(), changed, library);
                    tops.add(row);
                } else {
                    open.get(level - 1).getIndicators().add(row);
                }
                var names = new HashSet<>(columns);
                RowPlaces.namesakes(row, changed)
                        .forEach(each -> names.add(each.source().getName()));
                row.setName(new ItemNames(names).of(row.getTitle(), IdeMessages.ALL.text("template.row.name")));
                open.subList(level, open.size()).clear();
                open.add(row);
            }
            var after = GivenRows.of(changed);
            added = tops.stream()
                    .flatMap(top -> after.row(top).stream())
                    .map(GivenRow::path)
                    .toList();
        });
    }

    private static Set<String> columns(FormTemplate changed) {
        return ResolvedTemplate.of(changed).columns().stream()
                .map(Leaf::name)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static String ordinal(Indicator row) {
        return row.getOrdinal() == null ? "" : row.getOrdinal();
    }

    private static Indicator indicator(NewRow newRow, String before) {
        var row = MODEL.createIndicator();
        set(
                row,
                BieumauPackage.Literals.INDICATOR__ORDINAL,
                newRow.ordinal() == null ? RowOrdinals.next(before) : text(newRow.ordinal()));
        row.setTitle(text(newRow.title()));
        set(row, BieumauPackage.Literals.INDICATOR__MEASURE_UNIT, text(newRow.unit()));
        set(row, BieumauPackage.Literals.INDICATOR__CODE, text(newRow.code()));
        row.setHeading(newRow.isHeading());
        return row;
    }

    private static void set(Indicator row, EAttribute feature, String value) {
        if (value.isEmpty()) {
            row.eUnset(feature);
        } else {
            row.eSet(feature, value);
        }
    }

    private static String text(String written) {
        return VietnameseText.nfc(written).replaceAll("\\s*\\R\\s*", " ").strip();
    }

    // Removing

    /**
     * Removes rows with the rows below them.
     *
     * @throws RefusedException if a form or a rule of this file, or another file of the folder, still names one of them
     */
    public List<TextEdit> remove(List<String> paths) throws RefusedException {
        var removed = outermost(paths);
        for (var row : removed) {
            if (isOwn(row)) {
                refuseUsed(row);
            }
        }
        return edits((changed, library) -> {
            var copies = copied(removed, library);
            var lists = changed.getIndicatorLists().stream()
                    .filter(list -> isEmptyWithout(list, copies))
                    .toList();
            lists.forEach(EcoreUtil::remove);
            for (var copy : copies) {
                if (!TemplateRows.isOwn(copy, changed) && !lists.contains(copy.eContainer())) {
                    drop(copy, changed);
                } else if (!lists.contains(copy.eContainer())) {
                    RowPlaces.take(copy);
                }
            }
        });
    }

    /** Returns whether a list says nothing without some of its rows. */
    private static boolean isEmptyWithout(IndicatorList list, List<Indicator> removed) {
        return !list.getIndicators().isEmpty()
                && removed.containsAll(list.getIndicators())
                && list.getTerm() == null
                && list.getSectionTitle() == null
                && !list.isExtensible();
    }

    private static void drop(Indicator row, FormTemplate changed) {
        forget(row, changed);
        var drop = MODEL.createDropIndicator();
        drop.setTarget(row);
        changed.getIndicatorChanges().add(drop);
    }

    /** Removes the changes whose target is a row. */
    private static void forget(Indicator row, FormTemplate changed) {
        changed.getIndicatorChanges()
                .removeIf(change -> row
                        == switch (change) {
                            case DropIndicator drop -> drop.getTarget();
                            case RenameIndicator rename -> rename.getTarget();
                            default -> null;
                        });
    }

    private void refuseUsed(GivenRow row) throws RefusedException {
        Predicate<Indicator> isRemoved = each -> EcoreUtil.isAncestor(row.source(), each);
        var used = RowPaths.in(resource, isRemoved);
        if (!used.isEmpty()) {
            throw new RefusedException(
                    "template.row.used", null, path(used.getFirst().row(), row));
        }
        var elsewhere = RowPaths.elsewhere(resource, isRemoved);
        if (elsewhere.isPresent()) {
            throw new RefusedException(
                    "template.row.elsewhere",
                    null,
                    row.path(),
                    elsewhere.get().getURI().lastSegment());
        }
    }

    private String path(Indicator used, GivenRow otherwise) {
        return rows.row(used).map(GivenRow::path).orElse(otherwise.path());
    }

    // Moving

    /** Moves rows up (-1) or down (1) among the rows of their level. */
    public List<TextEdit> move(List<String> paths, int by) throws RefusedException {
        var moved = outermost(paths);
        refuseInherited(moved);
        return edits((changed, library) -> {
            var copies = copied(moved, library);
            for (var copy : by < 0 ? copies : copies.reversed()) {
                RowPlaces.sibling(copy, by, changed)
                        .filter(neighbour -> !copies.contains(neighbour))
                        .ifPresent(neighbour -> {
                            RowPlaces.take(copy);
                            RowPlaces.put(copy, neighbour, by < 0 ? Position.BEFORE : Position.AFTER, changed);
                        });
            }
        });
    }

    /** Puts rows, with the rows below them, below the row before them. */
    public List<TextEdit> indent(List<String> paths) throws RefusedException {
        var moved = outermost(paths);
        refuseInherited(moved);
        if (RowPlaces.siblings(moved.getFirst(), rows).indexOf(moved.getFirst()) == 0) {
            throw new RefusedException(
                    "template.row.indent", null, moved.getFirst().title());
        }
        return new FollowedPaths(resource).edits(this::edits, (changed, library) -> {
            for (var copy : copied(moved, library)) {
                RowPlaces.sibling(copy, -1, changed).ifPresent(above -> {
                    RowPlaces.take(copy);
                    RowPlaces.name(copy, RowPlaces.children(above, changed));
                    RowPlaces.put(copy, above, Position.INSIDE, changed);
                });
            }
        });
    }

    /**
     * Puts rows one level higher. The order of all rows stays the same, so that the rows that followed at the same
     * level are now below them.
     */
    public List<TextEdit> outdent(List<String> paths) throws RefusedException {
        var moved = outermost(paths);
        refuseInherited(moved);
        if (moved.getFirst().parent().isEmpty()) {
            throw new RefusedException(
                    "template.row.outdent", null, moved.getFirst().title());
        }
        return new FollowedPaths(resource).edits(this::edits, (changed, library) -> {
            for (var copy : copied(moved, library)) {
                var given = GivenRows.of(changed).row(copy).orElseThrow();
                given.parent().ifPresent(parent -> RowPlaces.outdent(copy, parent.source(), changed));
            }
        });
    }

    // Properties

    /**
     * Writes a property of a row; an empty value removes it.
     *
     * @throws RefusedException if the value is not valid for the property
     */
    public List<TextEdit> write(String path, String id, String value) throws RefusedException {
        var row = row(path);
        var written = text(value);
        if (id.equals("title") && written.isEmpty()) {
            throw new RefusedException("template.row.title", null);
        }
        if (!isOwn(row) && !id.equals("ordinal") && !id.equals("title")) {
            throw new RefusedException("template.row.inherited", null, row.title());
        }
        if (!isOwn(row)) {
            return rename(row, id.equals("ordinal") ? written : null, id.equals("title") ? written : null);
        }
        return edits((changed, library) -> {
            var copy = copied(row, library);
            switch (id) {
                case "title" -> copy.setTitle(written);
                case "heading" -> copy.setHeading(written.equals("true"));
                case "extensible" -> copy.setExtensible(written.equals("true"));
                case "synonyms" -> writeSynonyms(copy, written);
                default -> set(copy, (EAttribute) TemplateDesign.feature(copy, id), written);
            }
        });
    }

    private static void writeSynonyms(Indicator row, String written) {
        var synonyms = Stream.of(written.split(TemplateRows.SEPARATOR))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        if (!synonyms.equals(row.getSynonyms())) {
            row.getSynonyms().clear();
            row.getSynonyms().addAll(synonyms);
        }
    }

    /** Changes ordinal or title of an inherited row; null leaves them as they are. */
    private List<TextEdit> rename(GivenRow row, String ordinal, String title) throws RefusedException {
        return edits((changed, library) -> rename(
                row, ordinal != null ? ordinal : row.ordinal(), title != null ? title : row.title(), changed, library));
    }

    private void rename(GivenRow row, String ordinal, String title, FormTemplate changed, Library library) {
        var copy = copied(row, library);
        var base = base(row);
        forget(copy, changed);
        if (!ordinal.equals(base.ordinal()) || !title.equals(base.title())) {
            var rename = MODEL.createRenameIndicator();
            rename.setTarget(copy);
            rename.setOrdinal(ordinal.equals(base.ordinal()) ? null : ordinal);
            rename.setTitle(title);
            changed.getIndicatorChanges().add(rename);
        }
    }

    /** Returns a row as the base template prints it. */
    private GivenRow base(GivenRow row) {
        return GivenRows.of(template.getBase()).row(row.source()).orElse(row);
    }

    /** Numbers the rows of the level of a row anew, as the first of them is numbered. */
    public List<TextEdit> renumber(String path) throws RefusedException {
        var siblings = RowPlaces.siblings(row(path), rows);
        if (RowOrdinals.next(siblings.getFirst().ordinal()).isEmpty()) {
            throw new RefusedException(
                    "template.row.number", null, siblings.getFirst().title());
        }
        return edits((changed, library) -> {
            var ordinal = siblings.getFirst().ordinal();
            for (var row : siblings.subList(1, siblings.size())) {
                ordinal = RowOrdinals.next(ordinal);
                if (isOwn(row)) {
                    set(copied(row, library), BieumauPackage.Literals.INDICATOR__ORDINAL, ordinal);
                } else {
                    rename(row, ordinal, row.title(), changed, library);
                }
            }
        });
    }

    /** Writes a property of a list of the template; an empty value removes it. */
    public List<TextEdit> writeList(int list, String id, String value) throws RefusedException {
        if (list < 0
                || list >= rows.blocks().size()
                || rows.blocks().get(list).source().eContainer() != template) {
            throw new RefusedException("template.row.gone", null, "");
        }
        var source = rows.blocks().get(list).source();
        var written = text(value);
        var term = TemplateRows.terms(ResolvedTemplate.of(template)).stream()
                .filter(each -> each.getTitle().equals(written))
                .findFirst();
        return edits((changed, library) -> {
            var copy = ModelEdits.copied(source, library, resource);
            if (id.equals("extensible")) {
                copy.setExtensible(written.equals("true"));
                return;
            }
            copy.setTerm(
                    term.map(each -> ModelEdits.copied(each, library, resource)).orElse(null));
            copy.setSectionTitle(term.isPresent() || written.isEmpty() ? null : written);
        });
    }
}
