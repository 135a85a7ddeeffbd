/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.navigation;

import static org.bieumau.model.BieumauPackage.Literals.RULE__MESSAGE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.Rules;
import org.bieumau.dsl.ide.internal.Expressions;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.dsl.internal.library.LibraryIndex;
import org.bieumau.model.Chart;
import org.bieumau.model.Column;
import org.bieumau.model.Form;
import org.bieumau.model.Indicator;
import org.bieumau.model.MemberAccess;
import org.bieumau.model.NameReference;
import org.bieumau.model.Named;
import org.bieumau.model.Rule;
import org.bieumau.model.Term;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;
import org.eclipse.xtext.resource.ILocationInFileProvider;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Finds definitions and references of names and renames them, across the files in the same folder and the libraries
 * that they use.
 */
public final class Navigation {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\d_]*");

    /**
     * Range in a file.
     *
     * @param file URI of the file
     * @param offset offset in the file
     * @param length length in UTF-16 code units
     */
    public record Location(URI file, int offset, int length) {}

    private final XtextResource resource;
    private final EObjectAtOffsetHelper elements;
    private final ILocationInFileProvider locations;

    public Navigation(XtextResource resource) {
        this.resource = resource;
        this.elements = resource.getResourceServiceProvider().get(EObjectAtOffsetHelper.class);
        this.locations = resource.getResourceServiceProvider().get(ILocationInFileProvider.class);
    }

    /**
     * Returns the location of the definition that the name at an offset refers to; empty if there is no reference at
     * the offset.
     */
    public Optional<Location> definition(int offset) {
        return used(offset).flatMap(this::location);
    }

    /**
     * Returns the element that is referred to at an offset: by a reference, in an expression or in the message of a
     * rule.
     */
    private Optional<EObject> used(int offset) {
        return Optional.ofNullable(elements.resolveCrossReferencedElementAt(resource, offset))
                .or(() -> switch (elements.resolveElementAt(resource, offset)) {
                    case NameReference name -> Expressions.named(name);
                    case MemberAccess access -> Expressions.row(access).map(GivenRow::source);
                    case Rule rule ->
                        inMessage(rule).stream()
                                .filter(name -> offset >= name.place().offset()
                                        && offset
                                                <= name.place().offset()
                                                        + name.place().length())
                                .findFirst()
                                .flatMap(name -> Expressions.named(rule, name.text()));
                    case null, default -> Optional.empty();
                });
    }

    /** Name in the message of a rule. */
    record MessageName(String text, Location place) {}

    /**
     * Returns the names between the braces of a message. Of a path with dots it is the first segment, the column or
     * form.
     */
    static List<MessageName> inMessage(Rule rule) {
        return NodeModelUtils.findNodesForFeature(rule, RULE__MESSAGE).stream()
                .flatMap(node -> Rules.VALUE.matcher(node.getText()).results().flatMap(value -> {
                    var name = NAME.matcher(value.group(1));
                    return name.find()
                            ? Stream.of(new MessageName(
                                    name.group(),
                                    new Location(
                                            rule.eResource().getURI(),
                                            node.getTotalOffset() + value.start(1) + name.start(),
                                            name.group().length())))
                            : Stream.empty();
                }))
                .toList();
    }

    /** Returns the location of the name of an element. */
    private Optional<Location> location(EObject element) {
        var region = locations.getSignificantTextRegion(element);
        return element.eResource() == null || region == null || region.getLength() <= 0
                ? Optional.empty()
                : Optional.of(new Location(element.eResource().getURI(), region.getOffset(), region.getLength()));
    }

    /**
     * Returns the locations of the name at an offset: its definition first, then its references sorted by file and
     * offset.
     */
    public List<Location> references(int offset) {
        return target(offset).map(this::references).orElse(List.of());
    }

    private Optional<EObject> target(int offset) {
        var used = used(offset);
        if (used.isPresent()) {
            return used;
        }
        var element = elements.resolveElementAt(resource, offset);
        return Optional.ofNullable(element)
                .filter(Named.class::isInstance)
                .filter(each -> location(each)
                        .filter(place -> offset >= place.offset() && offset <= place.offset() + place.length())
                        .isPresent());
    }

    /** Loads the files in the same folder, which may refer to the definitions of this file. */
    private void loadSiblings() {
        Libraries.readable(LibraryIndex.beside(resource.getURI()), resource.getResourceSet());
    }

    /** Returns whether a text is a valid name. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Returns the occurrences in this file of the name at an offset, in document order. */
    public List<Location> occurrences(int offset) {
        return target(offset)
                .map(target ->
                        references(target, EcoreUtil.UsageCrossReferencer.find(target, resource), List.of(resource)))
                .orElse(List.of())
                .stream()
                .filter(place -> place.file().equals(resource.getURI()))
                .sorted(Comparator.comparingInt(Location::offset))
                .toList();
    }

    private List<Location> references(EObject target) {
        loadSiblings();
        return references(
                target,
                EcoreUtil.UsageCrossReferencer.find(target, resource.getResourceSet()),
                List.copyOf(resource.getResourceSet().getResources()));
    }

    private List<Location> references(
            EObject target, Collection<EStructuralFeature.Setting> usages, List<Resource> files) {
        if (target instanceof Indicator row) {
            return PathReferences.of(row, location(row), files);
        }
        var places = new ArrayList<Location>();
        location(target).ifPresent(places::add);
        var uses = new ArrayList<Location>();
        for (var usage : usages) {
            var owner = usage.getEObject();
            if (owner.eResource() != null) {
                for (INode node : NodeModelUtils.findNodesForFeature(owner, usage.getEStructuralFeature())) {
                    uses.add(new Location(owner.eResource().getURI(), node.getOffset(), node.getLength()));
                }
            }
        }
        if (target instanceof Column || target instanceof Form || target instanceof Chart || target instanceof Term) {
            files.forEach(file -> inExpressions((Named) target, file, uses));
        }
        uses.sort(Comparator.comparing((Location place) -> place.file().toString())
                .thenComparingInt(Location::offset));
        uses.stream().filter(place -> !places.contains(place)).distinct().forEach(places::add);
        return places;
    }

    /**
     * Adds the names in expressions and in messages of rules, which refer to columns, forms, charts and terms without a
     * cross-reference.
     */
    private static void inExpressions(Named target, Resource file, List<Location> uses) {
        for (var each = EcoreUtil.<EObject>getAllContents(file, false); each.hasNext(); ) {
            switch (each.next()) {
                case NameReference name
                when target.getName().equals(name.getName())
                        && Expressions.named(name).filter(target::equals).isPresent() -> {
                    var node = NodeModelUtils.findActualNodeFor(name);
                    uses.add(new Location(file.getURI(), node.getOffset(), node.getLength()));
                }
                case Rule rule ->
                    inMessage(rule).stream()
                            .filter(name -> target.getName().equals(name.text())
                                    && Expressions.named(rule, name.text())
                                            .filter(target::equals)
                                            .isPresent())
                            .forEach(name -> uses.add(name.place()));
                default -> {}
            }
        }
    }

    /**
     * Returns the ranges to replace when the element at an offset gets another name. Of a qualified name it is the last
     * segment.
     *
     * @throws IllegalArgumentException if the new name is not a valid name
     */
    public List<Location> rename(int offset, String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException(name);
        }
        var old = target(offset).map(element -> ((Named) element).getName()).orElse("");
        return references(offset).stream()
                .map(place -> place.length() > old.length()
                        ? new Location(place.file(), place.offset() + place.length() - old.length(), old.length())
                        : place)
                .toList();
    }
}
