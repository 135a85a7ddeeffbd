/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.amending;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItem.Anchor;
import org.bieumau.ooxml.internal.amending.AmendedPackage;
import org.bieumau.ooxml.internal.amending.XmlElement;
import org.bieumau.ooxml.internal.amending.XmlTree;
import org.bieumau.ooxml.internal.reading.OpcPackage;
import org.bieumau.ooxml.internal.reading.Vocabulary;

/** The parts of a Word document that is amended. */
final class WordParts {

    private final AmendedPackage parts;
    private final OpcPackage opc;
    private final String main;

    WordParts(Path file, OpcPackage opc) throws IOException, ProblemException {
        this.opc = opc;
        parts = new AmendedPackage(file, opc);
        main = opc.mainPart();
    }

    /** A part with the prefix of its names of WordprocessingML. */
    record Part(XmlTree tree, String w) {

        /** Returns the paragraph with a number; empty if that is something else. */
        Optional<XmlElement> paragraph(int number) {
            return tree.element(number).filter(each -> each.name().equals(w + "p"));
        }

        /** Returns a paragraph in each alternative that contains it; empty if the alternatives differ. */
        List<XmlElement> copies(XmlElement paragraph) {
            var alternative = paragraph;
            while (alternative.parent() != null && !alternative.parent().name().equals(ALTERNATIVES)) {
                alternative = alternative.parent();
            }
            var around = alternative.parent();
            if (around == null) {
                return List.of(paragraph);
            }
            if (around.isWithin(ALTERNATIVES)) {
                return List.of();
            }
            var all = around.children().stream().map(this::paragraphs).toList();
            var index =
                    all.stream().mapToInt(each -> each.indexOf(paragraph)).max().orElse(-1);
            return all.stream().allMatch(each -> each.size() == all.getFirst().size())
                    ? all.stream().map(each -> each.get(index)).toList()
                    : List.of();
        }

        private List<XmlElement> paragraphs(XmlElement alternative) {
            var found = new ArrayList<XmlElement>();
            alternative.forEach(each -> {
                if (each.name().equals(w + "p")) {
                    found.add(each);
                }
            });
            return found;
        }
    }

    private static final String ALTERNATIVES = "mc:AlternateContent";

    /** Returns a part; empty if it cannot be amended. */
    Optional<Part> part(String name) throws IOException, ProblemException {
        return parts.part(name)
                .flatMap(tree -> tree.prefix(Vocabulary.WORD.namespaces()).map(w -> new Part(tree, w)));
    }

    Optional<Part> main() throws IOException, ProblemException {
        return part(main);
    }

    /** Returns the part of the comments; empty if the document has none yet. */
    Optional<String> comments() throws IOException, ProblemException {
        return opc.target(main, "comments").filter(opc::has);
    }

    /** Returns the paragraph at an anchor; empty if it cannot be amended, or the file has alternatives of it. */
    Optional<XmlElement> paragraph(Anchor anchor) throws IOException, ProblemException {
        return part(anchor.part())
                .flatMap(part -> part.paragraph(anchor.element()))
                .filter(each -> !each.isWithin(ALTERNATIVES));
    }

    /**
     * Returns the paragraph at an anchor and its copies: text boxes are stored again for older programs. Empty if it
     * cannot be amended.
     */
    List<XmlElement> copies(Anchor anchor) throws IOException, ProblemException {
        var part = part(anchor.part());
        return part.flatMap(each -> each.paragraph(anchor.element()))
                .map(each -> part.orElseThrow().copies(each))
                .orElse(List.of());
    }

    /** Returns whether the file has the namespaces of strict files (ISO/IEC 29500). */
    boolean isStrict(Part part) {
        return part.tree()
                .prefix(List.of(Vocabulary.WORD.namespaces().getFirst()))
                .isEmpty();
    }

    /**
     * Adds a part to which the main part refers; returns the id of the relationship, or empty if that is impossible.
     */
    Optional<String> add(String base, String xml, String contentType, String relationship)
            throws IOException, ProblemException {
        var folder = main.substring(0, main.lastIndexOf('/') + 1);
        return parts.add(parts.freeName(folder + base), xml, contentType, main, relationship);
    }

    void write(OutputStream out) throws IOException {
        parts.write(out);
    }
}
