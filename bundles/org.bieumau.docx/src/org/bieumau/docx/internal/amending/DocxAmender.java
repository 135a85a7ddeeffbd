/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.amending;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.Amender;
import org.bieumau.core.source.Amendment;
import org.bieumau.model.Severity;
import org.bieumau.ooxml.internal.reading.Limits;
import org.bieumau.ooxml.internal.reading.OpcPackage;
import org.bieumau.ooxml.internal.reading.Vocabulary;

/** Amends Word documents (DOCX). */
public final class DocxAmender implements Amender {

    /** Elements that record changes for somebody to accept (ECMA-376, part 1, 17.13.5). */
    private static final Set<String> TRACKED = Set.of(
            "ins",
            "del",
            "moveFrom",
            "moveTo",
            "pPrChange",
            "rPrChange",
            "sectPrChange",
            "tblPrChange",
            "tcPrChange",
            "trPrChange",
            "cellIns",
            "cellDel");

    @Override
    public Optional<Problem> refusal(Path file) throws IOException, ProblemException {
        try (var opc = OpcPackage.open(file, Limits.DEFAULT)) {
            return refusal(opc);
        }
    }

    private static Optional<Problem> refusal(OpcPackage opc) throws IOException, ProblemException {
        if (opc.target(OpcPackage.ROOT, "origin").isPresent()) {
            return Optional.of(problem(opc, "AMEND-SIGNED"));
        }
        var settings = opc.target(opc.mainPart(), "settings").filter(opc::has);
        if (settings.isPresent() && isProtected(opc, settings.get())) {
            return Optional.of(problem(opc, "AMEND-PROTECTED"));
        }
        return isTracked(opc) ? Optional.of(problem(opc, "AMEND-TRACKED")) : Optional.empty();
    }

    private static Problem problem(OpcPackage opc, String code) {
        return new Problem(code, Severity.WARNING, AmendingMessages.ALL.text(code), Place.of(opc.file()));
    }

    private static boolean isProtected(OpcPackage opc, String settings) throws IOException, ProblemException {
        try (var xml = opc.read(settings)) {
            xml.root();
            while (xml.nextChild(1)) {
                if (xml.is(Vocabulary.WORD, "documentProtection") && isOn(xml.attribute("enforcement"))
                        || xml.is(Vocabulary.WORD, "writeProtection")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOn(String value) {
        return value != null && !value.equals("0") && !value.equals("false") && !value.equals("off");
    }

    private static boolean isTracked(OpcPackage opc) throws IOException, ProblemException {
        try (var xml = opc.read(opc.mainPart())) {
            while (xml.nextElement()) {
                if (TRACKED.contains(xml.name()) && xml.vocabulary() == Vocabulary.WORD) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public List<Amendment> amend(Path file, List<? extends Amendment> amendments, OutputStream out)
            throws IOException, ProblemException {
        try (var opc = OpcPackage.open(file, Limits.DEFAULT)) {
            var document = new WordParts(file, opc);
            var left = new ArrayList<Amendment>();
            var comments = new ArrayList<Amendment.Comment>();
            var pages = new ArrayList<Amendment>();
            // Lines, comments and pages last: they add elements, of which the texts are not to know.
            for (var each : amendments) {
                switch (each) {
                    case Amendment.Retype retype -> addIf(!TextAmending.retype(document, retype), retype, left);
                    case Amendment.Restyle restyle -> addIf(!TextAmending.restyle(document, restyle), restyle, left);
                    case Amendment.DrawLine line -> pages.add(line);
                    case Amendment.Repage repage -> pages.add(repage);
                    case Amendment.NumberPages number -> pages.add(number);
                    case Amendment.Comment comment -> comments.add(comment);
                }
            }
            var ofPages = new PageAmending(document);
            for (var each : pages) {
                addIf(!ofPages.amend(each), each, left);
            }
            left.addAll(new CommentWriter(document).add(comments));
            document.write(out);
            return left;
        }
    }

    private static void addIf(boolean failed, Amendment amendment, List<Amendment> left) {
        if (failed) {
            left.add(amendment);
        }
    }
}
