/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.navigation;

import static org.bieumau.model.BieumauPackage.Literals.MEMBER_ACCESS__NAME;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.dsl.ide.internal.Expressions;
import org.bieumau.dsl.ide.internal.navigation.Navigation.Location;
import org.bieumau.model.BieumauPackage;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Indicator;
import org.bieumau.model.MemberAccess;
import org.bieumau.model.NameReference;
import org.bieumau.model.Rule;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * Finds the name of a row that is printed with a form, in its own path and in the paths of the rows below it: in
 * references, expressions and messages of rules.
 */
final class PathReferences {

    private final Indicator target;
    /** Index of the name in a path. */
    private final int level;

    private final List<Location> uses = new ArrayList<>();

    private PathReferences(Indicator target) {
        this.target = target;
        var template = EcoreUtil2.getContainerOfType(target, FormTemplate.class);
        level = ResolvedTemplate.of(template)
                .givenRows()
                .row(target)
                .map(GivenRow::level)
                .orElse(0);
    }

    /** Returns the locations of the name: its definition first, then its uses sorted by file and offset. */
    static List<Location> of(Indicator target, Optional<Location> definition, List<Resource> files) {
        var references = new PathReferences(target);
        files.forEach(references::find);
        references.uses.sort(
                Comparator.comparing((Location place) -> place.file().toString())
                        .thenComparingInt(Location::offset));
        var places = new ArrayList<>(definition.stream().toList());
        references.uses.stream()
                .filter(place -> !places.contains(place))
                .distinct()
                .forEach(places::add);
        return places;
    }

    private void find(Resource file) {
        for (var each = EcoreUtil.<EObject>getAllContents(file, false); each.hasNext(); ) {
            var element = each.next();
            for (var reference : element.eClass().getEAllReferences()) {
                if (reference.getEReferenceType() == BieumauPackage.Literals.INDICATOR
                        && !reference.isContainment()
                        && element.eGet(reference) instanceof Indicator row
                        && EcoreUtil.isAncestor(target, row)) {
                    NodeModelUtils.findNodesForFeature(element, reference).forEach(node -> addSegment(node, file));
                }
            }
            switch (element) {
                case NameReference name
                when isTarget(Expressions.row(name)) -> add(NodeModelUtils.findActualNodeFor(name), file.getURI());
                case MemberAccess access
                when isTarget(Expressions.row(access)) ->
                    NodeModelUtils.findNodesForFeature(access, MEMBER_ACCESS__NAME)
                            .forEach(node -> add(node, file.getURI()));
                case Rule rule ->
                    Navigation.inMessage(rule).stream()
                            .filter(name -> Expressions.named(rule, name.text())
                                    .filter(named -> named == target)
                                    .isPresent())
                            .forEach(name -> uses.add(name.place()));
                default -> {}
            }
        }
    }

    private boolean isTarget(Optional<GivenRow> row) {
        return row.filter(each -> each.source() == target).isPresent();
    }

    private void addSegment(INode path, Resource file) {
        StreamSupport.stream(path.getLeafNodes().spliterator(), false)
                .filter(leaf -> !leaf.isHidden() && !leaf.getText().equals("."))
                .skip(level)
                .findFirst()
                .ifPresent((ILeafNode leaf) -> add(leaf, file.getURI()));
    }

    private void add(INode node, URI file) {
        uses.add(new Location(file, node.getOffset(), node.getLength()));
    }
}
