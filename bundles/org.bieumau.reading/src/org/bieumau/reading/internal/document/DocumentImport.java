/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bieumau.core.environment.Environment;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.resolved.Symbols;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItem;
import org.bieumau.reading.internal.grid.SourceContent;
import org.bieumau.reading.internal.message.ReadingMessages;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoleFinder;
import org.bieumau.reading.internal.role.RoledText;

/** Reads a file into a document: letterhead, text, recipients, signatures and appendices. */
public final class DocumentImport {

    /** Roles of which a file has at least one if it is a document. */
    private static final Set<Role> OF_DOCUMENTS =
            Set.of(Role.NATIONAL_NAME, Role.TYPE_NAME, Role.LETTER_SUBJECT, Role.RECIPIENTS_LABEL);

    private static final Set<Role> OF_LETTERS =
            Set.of(Role.NUMBER_SYMBOL, Role.LETTER_SUBJECT, Role.RECIPIENTS_LABEL, Role.ADDRESSEE);

    private static final Set<Role> OF_TITLES = Set.of(Role.TYPE_NAME, Role.SUBJECT, Role.LETTER_SUBJECT);

    private final Environment environment;
    private final List<KnownAgency> agencies;
    private final KnownForms templates;

    /**
     * @param agencies agencies of the libraries that the document may use
     * @param templates form templates that its tables may follow
     */
    public DocumentImport(Environment environment, List<KnownAgency> agencies, KnownForms templates) {
        this.environment = environment;
        this.agencies = agencies;
        this.templates = templates;
    }

    /**
     * Returns whether a file has parts that documents have and forms do not have: a letterhead with a number, or
     * recipients.
     */
    public static boolean isDocument(List<SourceItem> items) {
        return RoleFinder.find(items).lines().anyMatch(line -> OF_LETTERS.contains(line.role()));
    }

    /** Returns what a file would be called as a document: its type and subject; empty if it is no document. */
    public static Optional<String> title(List<SourceItem> items) {
        var text = RoleFinder.find(items);
        if (text.lines().noneMatch(line -> OF_DOCUMENTS.contains(line.role()))) {
            return Optional.empty();
        }
        return Optional.of(text.lines()
                .filter(line -> line.part() == 0 && OF_TITLES.contains(line.role()))
                .map(RoledText.Line::text)
                .collect(Collectors.joining(" ")));
    }

    /**
     * Reads a document. Its problems say what is doubtful.
     *
     * @param file the file, for problems
     * @param name name of the document
     * @param names names of other elements of the library; receives those of new elements
     * @throws ProblemException if the file is no document
     */
    public DocumentReading read(List<SourceItem> items, String file, String name, Set<String> names)
            throws ProblemException {
        var text = RoleFinder.find(items);
        if (text.lines().noneMatch(line -> OF_DOCUMENTS.contains(line.role()))) {
            throw none(text, file);
        }
        names.add(name);
        var draft = new Draft(text, 0, environment, names);
        draft.document().setName(name);
        var forms = new FormBuilder(draft, templates, file);
        build(draft, forms);
        var content = SourceContent.of(items);
        for (int part = 1; part < text.parts(); part++) {
            attach(draft, part, forms, content);
        }
        new EndBuilder(draft).keepRest(Place.of(file));
        var elements = new ArrayList<>(draft.elements());
        elements.add(draft.document());
        return new DocumentReading(draft.document(), elements, draft.uses(), text, draft.places(), draft.problems());
    }

    /** Returns the problem of a file that is neither a document nor a known form. */
    public static ProblemException none(List<SourceItem> items, String file) {
        return none(RoleFinder.find(items), file);
    }

    private static ProblemException none(RoledText text, String file) {
        var tables = text.pieces().stream().anyMatch(RoledText.Table.class::isInstance);
        return new ProblemException(Problem.error(
                ReadingMessages.ALL, tables ? "READ-NO-DOCUMENT-FORM" : "READ-NO-DOCUMENT", Place.of(file)));
    }

    private void build(Draft draft, FormBuilder forms) {
        var names = draft.properCase();
        new HeadBuilder(draft, agencies).build(names);
        draft.settle();
        new NumberBuilder(draft).build();
        new SubjectBuilder(draft, names).build();
        new OpeningBuilder(draft).build(names);
        new BodyBuilder(draft, new TableBuilder(draft, forms))
                .build(draft.text().part(draft.part()))
                .ifPresent(draft.document()::setBody);
        new FootBuilder(draft).build();
        new SignatureBuilder(draft, names).build();
        new CopyLineBuilder(draft, agencies, names).build();
        new EndBuilder(draft).build();
        checkUnit(draft);
    }

    /** States the symbol if the drafting unit would change the archive line. */
    private static void checkUnit(Draft draft) {
        var document = draft.document();
        var resolved = ResolvedDocument.of(document);
        if (document.getArchive() != null
                && document.getDraftingUnit() != null
                && !resolved.archiveUnits().equals(document.getArchive().getUnits())) {
            document.setSymbol(Symbols.symbol(resolved, draft.profile()));
            document.setDraftingUnit(null);
        }
    }

    private void attach(Draft draft, int part, FormBuilder forms, SourceContent content) {
        if (!draft.text().lines(part, Role.COPY_FORM).isEmpty()) {
            new CopyBuilder(draft, part).build(agencies, draft.properCase());
        } else if (draft.text().lines(part, Role.APPENDIX_LABEL).isEmpty()) {
            new AttachmentBuilder(draft, part, forms, content).build();
        } else {
            new AppendixBuilder(draft, part, forms).build();
        }
    }
}
