/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.edit;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.bieumau.dsl.scoping.BieuScopeProvider;
import org.bieumau.dsl.services.BieuGrammarAccess;
import org.bieumau.model.Entry;
import org.bieumau.model.Library;
import org.bieumau.model.Prose;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.change.ChangeDescription;
import org.eclipse.emf.ecore.change.util.ChangeRecorder;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.Action;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.resource.SaveOptions;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.serializer.ISerializer;

/**
 * Translates a change of the model into the smallest edits of its text. The change is made on a copy of the model, the
 * changed elements are serialized, and only the tokens that differ are edited. Comments and untouched lines stay byte
 * for byte. The model itself changes when the text is parsed again.
 */
public final class ModelEdits {

    private static final SaveOptions FORMATTED =
            SaveOptions.newBuilder().format().getOptions();

    private final XtextResource resource;
    private final ISerializer serializer;
    private final IParser parser;
    private final BieuGrammarAccess grammar;

    /** @param resource the file; its model must be that of its current text */
    public ModelEdits(XtextResource resource) {
        this.resource = resource;
        var services = resource.getResourceServiceProvider();
        serializer = services.get(ISerializer.class);
        parser = services.get(IParser.class);
        grammar = services.get(BieuGrammarAccess.class);
    }

    /**
     * Returns the edits for a change of the library.
     *
     * @param change changes the copy of the library that it is given; {@link #copied} finds the counterpart of an
     *     element in the copy
     * @return the edits, in the order of the text
     * @throws RefusedException if the text has syntax errors, or the changed model cannot be written as text
     */
    public List<TextEdit> of(Consumer<Library> change) throws RefusedException {
        checkText();
        var copy = file(EcoreUtil.copy(library(resource)));
        try {
            var library = library(copy);
            var recorder = new ChangeRecorder(library);
            var changes = new Changes(library);
            change.accept(library);
            return edits(library, changes, recorder.endRecording());
        } catch (RuntimeException e) {
            throw new RefusedException("change", e, String.valueOf(e.getMessage()));
        } finally {
            resource.getResourceSet().getResources().remove(copy);
        }
    }

    /**
     * Returns the edits for a change of one element and its contents. For a row and its contents, the time does not
     * depend on the number of rows of the form.
     *
     * @param element an element of the current model
     * @param change changes the copy of the element that it is given
     * @throws RefusedException as {@link #of(Consumer)}
     */
    public <T extends EObject> List<TextEdit> of(T element, Consumer<T> change) throws RefusedException {
        var row = EcoreUtil2.getContainerOfType(element, Entry.class);
        var path = EcoreUtil.getRelativeURIFragmentPath(row == null ? library(resource) : row, element);
        if (row == null) {
            return of(library -> change.accept(at(library, path)));
        }
        checkText();
        var copy = EcoreUtil.copy(row);
        EObject outermost = copy;
        for (EObject inner = row; inner.eContainer() != null; inner = inner.eContainer()) {
            outermost = wrap(outermost, inner);
        }
        var file = file((Library) outermost);
        BieuScopeProvider.seeAs(file, resource);
        try {
            var part = part(EcoreUtil.getRelativeURIFragmentPath(library(resource), row));
            var before = serializer.serialize(copy, FORMATTED).strip();
            change.accept(at(copy, path));
            return edits(part, before, serializer.serialize(copy, FORMATTED).strip());
        } catch (RuntimeException e) {
            throw new RefusedException("change", e, String.valueOf(e.getMessage()));
        } finally {
            resource.getResourceSet().getResources().remove(file);
        }
    }

    /** Returns the counterpart of an element in a copy of the library; for an element of another file, that element. */
    @SuppressWarnings("unchecked")
    public static <T extends EObject> T copied(T element, Library copy, XtextResource resource) {
        return element.eResource() != resource
                ? element
                : (T) EcoreUtil.getEObject(copy, EcoreUtil.getRelativeURIFragmentPath(library(resource), element));
    }

    @SuppressWarnings("unchecked")
    private static <T extends EObject> T at(EObject root, String path) {
        return (T) (path.isEmpty() ? root : EcoreUtil.getEObject(root, path));
    }

    /**
     * Returns a copy of the container of an element that contains only the copied element. This is enough to resolve
     * the names in it.
     */
    private static EObject wrap(EObject copy, EObject original) {
        var container = original.eContainer();
        var wrapper = EcoreUtil.create(container.eClass());
        for (var feature : container.eClass().getEAllStructuralFeatures()) {
            if (feature.isChangeable()
                    && !feature.isDerived()
                    && container.eIsSet(feature)
                    && (feature instanceof EAttribute || !((EReference) feature).isContainment())) {
                wrapper.eSet(feature, container.eGet(feature));
            }
        }
        if (wrapper instanceof Library library) {
            library.getUses().addAll(EcoreUtil.copyAll(((Library) container).getUses()));
        }
        var feature = original.eContainmentFeature();
        if (feature.isMany()) {
            @SuppressWarnings("unchecked")
            var list = (List<EObject>) wrapper.eGet(feature);
            list.add(copy);
        } else {
            wrapper.eSet(feature, copy);
        }
        return wrapper;
    }

    private void checkText() throws RefusedException {
        if (resource.getContents().isEmpty()
                || resource.getParseResult() == null
                || resource.getParseResult().hasSyntaxErrors()) {
            throw new RefusedException("syntax", null);
        }
    }

    /** Returns the edits of the whole text if elements were added or removed, otherwise those of the changed parts. */
    private List<TextEdit> edits(Library library, Changes changes, ChangeDescription undo) throws RefusedException {
        var parts = new ArrayList<Part>();
        if (changes.isOutsideOfElements()) {
            parts.add(new Part(resource.getParseResult().getRootNode(), "", grammar.getLibraryRule()));
        } else {
            changes.paths().forEach(path -> parts.add(part(path)));
        }
        var after = new ArrayList<String>();
        parts.forEach(part -> after.add(written(library, part)));
        undo.apply();
        var edits = new ArrayList<TextEdit>();
        for (int i = 0; i < parts.size(); i++) {
            edits.addAll(edits(parts.get(i), written(library, parts.get(i)), after.get(i)));
        }
        edits.sort(Comparator.comparingInt(TextEdit::offset));
        return edits;
    }

    /**
     * A part of the text that is rewritten.
     *
     * @param path the fragment path of its element, relative to the library; empty for the library itself
     * @param rule the grammar rule that parses it
     */
    private record Part(ICompositeNode node, String path, ParserRule rule) {}

    private String written(Library library, Part part) {
        var element = part.path().isEmpty() ? library : EcoreUtil.getEObject(library, part.path());
        return serializer.serialize(element, FORMATTED).strip();
    }

    private static Library library(XtextResource file) {
        return (Library) file.getContents().get(0);
    }

    /** Returns a temporary resource next to the file, where it has access to the same libraries. */
    private XtextResource file(Library library) {
        var file = resource.getResourceServiceProvider().get(XtextResource.class);
        file.setURI(URI.createURI(resource.getURI() + ".changed"));
        resource.getResourceSet().getResources().add(file);
        file.getContents().add(library);
        return file;
    }

    private Part part(String path) {
        var element = EcoreUtil.getEObject(library(resource), path);
        var node = NodeModelUtils.findActualNodeFor(element);
        while (!isWrittenAlone(element, node)) {
            element = element.eContainer();
            node = NodeModelUtils.findActualNodeFor(element);
        }
        return new Part(node, EcoreUtil.getRelativeURIFragmentPath(library(resource), element), rule(node));
    }

    /**
     * Returns whether a part can be parsed by a rule of the grammar alone. A part of prose cannot, since the meaning of
     * its lines depends on the lines before.
     */
    private static boolean isWrittenAlone(EObject part, INode node) {
        return rule(node) != null
                && !rule(node).isFragment()
                && EcoreUtil2.getContainerOfType(part.eContainer(), Prose.class) == null;
    }

    /** Returns the rule that parsed a node, or null if there is none. */
    private static ParserRule rule(INode node) {
        return switch (node.getGrammarElement()) {
            case RuleCall call -> call.getRule() instanceof ParserRule rule ? rule : null;
            // A rule that begins with «{Entry}».
            case Action action -> GrammarUtil.containingParserRule(action);
            default -> null;
        };
    }

    private List<TextEdit> edits(Part part, String before, String after) throws RefusedException {
        var node = part.node();
        var text = node.getRootNode().getText().substring(node.getOffset(), node.getEndOffset());
        var words = Token.of(node);
        var otherWords = Token.of(parse(part.rule(), after));
        var unchanged = ElementDifference.unchanged(words, Token.of(parse(part.rule(), before)), otherWords);
        RefusedException refused = null;
        for (var insertAfter : new boolean[] {true, false}) {
            var edits = new ElementDifference(
                            text,
                            words,
                            after,
                            otherWords,
                            Indentation.at(node.getRootNode().getText(), node.getOffset()))
                    .edits(unchanged, insertAfter);
            try {
                if (Token.of(parse(part.rule(), TextEdit.apply(edits, text))).size() - words.size()
                        == otherWords.size() - unchanged.size()) {
                    return edits.stream()
                            .map(edit -> edit.moved(node.getOffset()))
                            .toList();
                }
            } catch (RefusedException e) {
                refused = refused == null ? e : refused;
            }
        }
        throw refused == null ? new RefusedException("words", null) : refused;
    }

    private INode parse(ParserRule rule, String text) throws RefusedException {
        var result = parser.parse(rule, new StringReader(text));
        if (result.hasSyntaxErrors()) {
            throw new RefusedException(
                    "change",
                    null,
                    result.getSyntaxErrors()
                            .iterator()
                            .next()
                            .getSyntaxErrorMessage()
                            .getMessage());
        }
        return result.getRootNode();
    }
}
