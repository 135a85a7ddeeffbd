/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.template;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.ide.internal.IdeMessages;
import org.bieumau.dsl.internal.edit.Literals;
import org.bieumau.dsl.internal.edit.ModelEdits;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.model.AddItem;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.BieumauPackage;
import org.bieumau.model.Column;
import org.bieumau.model.ColumnGroup;
import org.bieumau.model.ColumnItem;
import org.bieumau.model.ColumnType;
import org.bieumau.model.DropItem;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Library;
import org.bieumau.model.MemberAccess;
import org.bieumau.model.MoveItem;
import org.bieumau.model.NameReference;
import org.bieumau.model.Position;
import org.bieumau.model.RenameItem;
import org.bieumau.model.SectionSpec;
import org.bieumau.model.TemplateChange;
import org.bieumau.model.Vocabulary;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Translates the commands of the template designer to edits of the text. Columns inherited from a base template are
 * never changed there: the template itself drops, moves or renames them.
 */
public final class TemplateCommands {

    private static final BieumauFactory MODEL = BieumauFactory.eINSTANCE;

    private final XtextResource resource;
    private final FormTemplate template;
    private final int index;

    /** @throws RefusedException if there is no such template */
    public TemplateCommands(XtextResource resource, String name) throws RefusedException {
        this.resource = resource;
        this.template = Libraries.named(resource, FormTemplate.class, name)
                .orElseThrow(() -> new RefusedException("template.none", null, name));
        this.index = Libraries.library(resource).orElseThrow().getElements().indexOf(template);
    }

    private interface Change {
        void make(FormTemplate changed, Library library);
    }

    private List<TextEdit> edits(Change change) throws RefusedException {
        return new ModelEdits(resource)
                .of(library -> change.make((FormTemplate) library.getElements().get(index), library));
    }

    private ColumnItem item(String name) throws RefusedException {
        return TemplateDesign.source(template, name).orElseThrow(() -> new RefusedException("column", null, name));
    }

    private boolean isOwn(ColumnItem item) {
        return EcoreUtil2.getContainerOfType(item, FormTemplate.class) == template;
    }

    private <T extends EObject> T copied(T element, Library library) {
        return ModelEdits.copied(element, library, resource);
    }

    // Columns

    /**
     * Adds a column, or a group with one column.
     *
     * @param anchor the column or group next to which, or the group in which it is added; null for the end of the
     *     template
     */
    public List<TextEdit> add(boolean group, String anchor, Position position) throws RefusedException {
        var column = MODEL.createColumn();
        column.setName(free(IdeMessages.ALL.text("template.column.name")));
        column.setTitle(IdeMessages.ALL.text("template.column.title"));
        column.setType(ColumnType.TEXT);
        ColumnItem added = column;
        if (group) {
            var outer = MODEL.createColumnGroup();
            outer.setName(free(IdeMessages.ALL.text("template.group.name")));
            outer.setTitle(IdeMessages.ALL.text("template.group.title"));
            outer.getItems().add(column);
            added = outer;
        }
        var item = added;
        if (anchor == null) {
            return edits((changed, library) -> changed.getItems().add(item));
        }
        var place = item(anchor);
        return edits((changed, library) -> put(item, position, copied(place, library), changed, !isOwn(place)));
    }

    /** Returns a name that no column or group has yet. */
    private String free(String name) {
        return free(name, Set.of());
    }

    private String free(String name, Set<String> taken) {
        var free = name;
        for (int i = 2;
                taken.contains(free)
                        || TemplateDesign.source(template, free).isPresent()
                        || names(template).contains(free);
                i++) {
            free = name + i;
        }
        return free;
    }

    private static List<String> names(FormTemplate template) {
        var names = new ArrayList<String>();
        EcoreUtil2.eAllOfType(template, ColumnItem.class).forEach(each -> names.add(each.getName()));
        return names;
    }

    private void put(ColumnItem item, Position position, ColumnItem anchor, FormTemplate changed, boolean asChange) {
        if (asChange || position != Position.INSIDE && anchor.eContainer() instanceof AddItem) {
            var add = MODEL.createAddItem();
            add.setPosition(position);
            add.setAnchor(anchor);
            add.setItem(item);
            changed.getChanges().add(add);
        } else {
            putInto(item, position, anchor);
        }
    }

    private static void putInto(ColumnItem item, Position position, ColumnItem anchor) {
        if (position == Position.INSIDE) {
            ((ColumnGroup) anchor).getItems().add(item);
            return;
        }
        @SuppressWarnings("unchecked")
        var siblings = (EList<ColumnItem>) anchor.eContainer().eGet(anchor.eContainingFeature());
        siblings.add(siblings.indexOf(anchor) + (position == Position.AFTER ? 1 : 0), item);
    }

    /**
     * Removes a column, or a group with its columns.
     *
     * @throws RefusedException if a form or a rule of the file still refers to it
     */
    public List<TextEdit> remove(String name) throws RefusedException {
        var item = item(name);
        if (!isOwn(item)) {
            return edits((changed, library) -> {
                var dropped = copied(item, library);
                forget(dropped, changed, change -> true);
                var drop = MODEL.createDropItem();
                drop.setTarget(dropped);
                changed.getChanges().add(drop);
            });
        }
        var removed = new ArrayList<EObject>(EcoreUtil2.eAllOfType(item, ColumnItem.class));
        for (var each : removed) {
            for (var use : EcoreUtil.UsageCrossReferencer.find(each, resource)) {
                var isTarget = use.getEObject() instanceof TemplateChange
                        && use.getEStructuralFeature().getName().equals("target");
                if (!isTarget || EcoreUtil2.getContainerOfType(use.getEObject(), FormTemplate.class) != template) {
                    throw new RefusedException("template.used", null, ((ColumnItem) each).getName());
                }
            }
        }
        return edits((changed, library) -> {
            removed.forEach(each -> forget(copied((ColumnItem) each, library), changed, change -> true));
            var copy = copied(item, library);
            EcoreUtil.remove(copy.eContainer() instanceof AddItem add ? add : copy);
        });
    }

    /** Removes the changes whose target is an item. */
    private static void forget(ColumnItem item, FormTemplate changed, Predicate<TemplateChange> which) {
        changed.getChanges()
                .removeIf(change -> which.test(change)
                        && item
                                == switch (change) {
                                    case DropItem drop -> drop.getTarget();
                                    case RenameItem rename -> rename.getTarget();
                                    case MoveItem move -> move.getTarget();
                                    default -> null;
                                });
    }

    /**
     * Moves a column or a group next to another one or into a group.
     *
     * @throws RefusedException if an item is unknown, the anchor is the moved item or within it, or the item is to be
     *     moved into a column
     */
    public List<TextEdit> move(String name, String anchorName, Position position) throws RefusedException {
        var item = item(name);
        var anchor = item(anchorName);
        if (EcoreUtil.isAncestor(item, anchor) || position == Position.INSIDE && !(anchor instanceof ColumnGroup)) {
            throw new RefusedException("template.move", null, name);
        }
        var direct = isOwn(item)
                && isOwn(anchor)
                && !(item.eContainer() instanceof AddItem)
                && (position == Position.INSIDE || !(anchor.eContainer() instanceof AddItem))
                && template.getChanges().stream()
                        .noneMatch(change -> change instanceof MoveItem move
                                && (move.getTarget() == item || move.getTarget() == anchor));
        return edits((changed, library) -> {
            var moved = copied(item, library);
            var place = copied(anchor, library);
            if (direct) {
                EcoreUtil.remove(moved);
                putInto(moved, position, place);
            } else if (moved.eContainer() instanceof AddItem add) {
                add.setPosition(position);
                add.setAnchor(place);
            } else {
                forget(moved, changed, change -> change instanceof MoveItem);
                var move = MODEL.createMoveItem();
                move.setTarget(moved);
                move.setPosition(position);
                move.setAnchor(place);
                changed.getChanges().add(move);
            }
        });
    }

    // Copies

    /** A string or a definition of a column or group in source text. */
    private static final Pattern DEFINITION = Pattern.compile(
            "\"(?:\\\\.|[^\"\\\\])*\"|(?<![\\p{L}\\d])((?:cột|nhóm)\\s+)([\\p{L}_][\\p{L}\\p{M}\\d_]*)");

    /** Returns the source of a column or group, to be pasted in this or another template. */
    public String source(String name) throws RefusedException {
        return NodeModelUtils.findActualNodeFor(item(name)).getText().strip();
    }

    /**
     * Adds columns and groups, given by their source. Those whose names are taken receive other names.
     *
     * @param source the text that {@link #source} returned
     * @param anchor the column or group after which they are added; null for the end of the template
     * @throws RefusedException if the text is not the source of columns
     */
    public List<TextEdit> paste(String source, String anchor) throws RefusedException {
        var parser = resource.getResourceServiceProvider().get(IParser.class);
        if (source.isBlank()
                || parser.parse(new StringReader("mẫu biểu M {\n" + source + "\n}"))
                        .hasSyntaxErrors()) {
            throw new RefusedException("template.paste", null);
        }
        var taken = new HashSet<String>();
        var named = DEFINITION.matcher(source).replaceAll(found -> {
            if (found.group(2) == null) {
                return Matcher.quoteReplacement(found.group());
            }
            var free = free(found.group(2), taken);
            taken.add(free);
            return Matcher.quoteReplacement(found.group(1) + free);
        });
        var after = anchor == null ? null : item(anchor);
        var node = NodeModelUtils.findActualNodeFor(template);
        if (after != null && isOwn(after) && !(after.eContainer() instanceof AddItem)) {
            var place = NodeModelUtils.findActualNodeFor(after);
            var text = node.getRootNode().getText();
            var line = text.lastIndexOf('\n', place.getOffset() - 1) + 1;
            var indent = text.substring(line, place.getOffset()).isBlank()
                    ? text.substring(line, place.getOffset())
                    : "    ";
            return List.of(new TextEdit(place.getEndOffset(), 0, "\n" + indented(named, indent)));
        }
        var added = after == null ? named : "thêm sau " + anchor + " " + named;
        return List.of(new TextEdit(
                node.getEndOffset() - 1, 0, "    " + indented(added, "    ").strip() + "\n"));
    }

    /** Returns a text whose lines keep their indentation to the last one, which is at the given one. */
    private static String indented(String text, String indent) {
        var lines = text.lines().toList();
        var last = lines.getLast();
        var old = last.length() - last.stripLeading().length();
        return lines.stream()
                .map(line -> indent
                        + line.substring(Math.min(
                                old, line.length() - line.stripLeading().length())))
                .collect(Collectors.joining("\n"));
    }

    // Properties

    /**
     * Returns the name that a column has because of its title, such as <code>địaChỉ</code>; empty if the title has no
     * letter.
     */
    static String nameOf(String title) {
        var words = Pattern.compile("[\\p{L}\\p{M}\\d]+")
                .matcher(VietnameseText.nfc(title))
                .results()
                .map(word -> word.group().toLowerCase(VietnameseText.LOCALE))
                .limit(NAME_WORDS)
                .toList();
        var name = words.isEmpty()
                ? ""
                : words.getFirst()
                        + words.stream()
                                .skip(1)
                                .map(VietnameseText::capitalised)
                                .collect(Collectors.joining());
        return name.isEmpty() || Character.isLetter(name.charAt(0)) && !RESERVED.contains(name)
                ? name
                : IdeMessages.ALL.text("template.column.prefix") + VietnameseText.capitalised(name);
    }

    private static final int NAME_WORDS = 4;

    /** Words of expressions, which are no names. */
    private static final Set<String> RESERVED = Set.of("x", "và", "hoặc", "không", "thuộc", "đúng", "sai");

    /**
     * Returns the name that an item receives with a new title: the one made of the title, if the present one was made
     * in the same way and nothing uses it; otherwise the present one.
     */
    private String renamed(ColumnItem item, String title) {
        var name = item.getName();
        var made = nameOf(title);
        var old = item.getTitle() == null ? "" : nameOf(item.getTitle());
        return made.isEmpty()
                        || !name.replaceFirst("\\d+$", "").equals(old.replaceFirst("\\d+$", ""))
                        || made.equals(old)
                        || isUsed(item)
                ? name
                : free(made);
    }

    /** Returns whether the template has a column or group with a name. */
    public boolean has(String name) {
        return TemplateDesign.source(template, name).isPresent();
    }

    /** Returns the name that a column or group has after {@link #write} has given it a title. */
    public String renamed(String name, String title) throws RefusedException {
        var item = item(name);
        return isOwn(item) ? renamed(item, title) : name;
    }

    private boolean isUsed(ColumnItem item) {
        return !EcoreUtil.UsageCrossReferencer.find(item, resource).isEmpty()
                || Libraries.library(resource).map(Library::getName).isPresent()
                || EcoreUtil2.eAllOfType(Libraries.library(resource).orElseThrow(), NameReference.class).stream()
                        .anyMatch(each -> each.getName().equals(item.getName()))
                || EcoreUtil2.eAllOfType(Libraries.library(resource).orElseThrow(), MemberAccess.class).stream()
                        .anyMatch(each -> each.getName().equals(item.getName()));
    }

    /**
     * Writes a property; an empty value removes it. A name that was made of the title changes with it, as long as
     * nothing uses it.
     *
     * @param name the column or group; null for the template itself
     * @throws RefusedException if the value is not valid for the property
     */
    public List<TextEdit> write(String name, String id, String value) throws RefusedException {
        var written = VietnameseText.nfc(value).replaceAll("\\s*\\R\\s*", " ").strip();
        var element = name == null ? template : item(name);
        if (name != null && !isOwn((ColumnItem) element)) {
            return title((ColumnItem) element, written);
        }
        if (id.equals("sections")) {
            return sections(written);
        }
        if (id.equals("signatures")) {
            return edits((changed, library) -> SignatureLine.write(written, changed.getSignatures()));
        }
        var feature = TemplateDesign.feature(element, id);
        var wanted = wanted(element, id, written);
        var vocabulary = feature == BieumauPackage.Literals.COLUMN__TYPE
                        && wanted == ColumnType.CHOICE
                        && ((Column) element).getVocabulary() == null
                ? firstVocabulary(element)
                : null;
        var newName = id.equals("title") && element instanceof ColumnItem item ? renamed(item, written) : null;
        return edits((changed, library) -> {
            var copy = copied(element, library);
            if (id.equals("title") && copy instanceof ColumnItem titled) {
                titled.setName(newName);
            }
            switch (wanted) {
                case null -> copy.eUnset(feature);
                case EObject target -> copy.eSet(feature, copied(target, library));
                default -> copy.eSet(feature, wanted);
            }
            if (copy instanceof Column column && feature == BieumauPackage.Literals.COLUMN__TYPE) {
                // Remove the settings that the new type does not support.
                column.setVocabulary(
                        wanted != ColumnType.CHOICE
                                ? null
                                : vocabulary == null ? column.getVocabulary() : copied(vocabulary, library));
                if (wanted != ColumnType.NUMBER && wanted != ColumnType.MONEY) {
                    column.eUnset(BieumauPackage.Literals.COLUMN__AGGREGATE);
                    column.eUnset(BieumauPackage.Literals.COLUMN__SUBTOTAL);
                }
                if (wanted != ColumnType.PROSE) {
                    column.getParts().clear();
                }
            }
        });
    }

    private Vocabulary firstVocabulary(EObject column) throws RefusedException {
        return TemplateDesign.vocabularies(column, BieumauPackage.Literals.COLUMN__VOCABULARY, resource)
                .values()
                .stream()
                .findFirst()
                .orElseThrow(() -> new RefusedException("template.vocabulary", null));
    }

    private Object wanted(EObject element, String id, String written) throws RefusedException {
        var feature = TemplateDesign.feature(element, id);
        if (feature.getEType().getInstanceClass() == boolean.class
                || feature.getEType().getInstanceClass() == Boolean.class) {
            return written.equals("true") ? Boolean.TRUE : null;
        }
        if (written.isEmpty()) {
            return null;
        }
        if (feature instanceof EReference reference) {
            var found =
                    TemplateDesign.vocabularies(element, reference, resource).get(written);
            if (found == null) {
                throw new RefusedException("choice", null, written);
            }
            return found;
        }
        if (feature.getEType().getInstanceClass() == Integer.class) {
            if (!written.matches("\\d{1,4}")) {
                throw new RefusedException("template.number", null, written);
            }
            return Integer.valueOf(written);
        }
        var literals = literals((EAttribute) feature);
        if (literals != null) {
            return Literals.value(literals, written);
        }
        return written;
    }

    /** Returns the enumeration of an attribute, also if the attribute can be unset; null for other attributes. */
    private static EEnum literals(EAttribute feature) {
        return switch (feature.getName()) {
            case "paper" -> BieumauPackage.Literals.PAPER_SIZE;
            case "orientation" -> BieumauPackage.Literals.ORIENTATION;
            default -> feature.getEType() instanceof EEnum literals ? literals : null;
        };
    }

    /** Changes the title of an inherited item. */
    private List<TextEdit> title(ColumnItem item, String title) throws RefusedException {
        return edits((changed, library) -> {
            var titled = copied(item, library);
            forget(titled, changed, change -> change instanceof RenameItem rename && rename.getName() == null);
            if (!title.isEmpty() && !title.equals(item.getTitle())) {
                var rename = MODEL.createRenameItem();
                rename.setTarget(titled);
                rename.setTitle(title);
                changed.getChanges().add(rename);
            }
        });
    }

    private List<TextEdit> sections(String written) throws RefusedException {
        var own = written.equals(TemplateDesign.ownSections());
        var vocabulary = own || written.isEmpty()
                ? null
                : TemplateDesign.vocabularies(template, BieumauPackage.Literals.SECTION_SPEC__VOCABULARY, resource)
                        .get(written);
        if (!own && !written.isEmpty() && vocabulary == null) {
            throw new RefusedException("choice", null, written);
        }
        return edits((changed, library) -> {
            if (written.isEmpty()) {
                changed.setSections(null);
                return;
            }
            SectionSpec sections = changed.getSections() == null ? MODEL.createSectionSpec() : changed.getSections();
            sections.setVocabulary(vocabulary == null ? null : copied(vocabulary, library));
            changed.setSections(sections);
        });
    }
}
