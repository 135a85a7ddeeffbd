/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.document;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bieumau.core.internal.law.Citations;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.text.Span;
import org.bieumau.dsl.ide.internal.imports.ElementName;
import org.bieumau.dsl.ide.internal.imports.UsedLibraries;
import org.bieumau.dsl.ide.internal.prose.ProsePlace;
import org.bieumau.dsl.internal.edit.Literals;
import org.bieumau.dsl.internal.edit.ModelEdits;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.dsl.internal.library.LibraryIndex;
import org.bieumau.model.Agency;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.BieumauPackage;
import org.bieumau.model.Citation;
import org.bieumau.model.DocumentType;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Named;
import org.bieumau.model.PartialDate;
import org.eclipse.xtext.resource.XtextResource;

/**
 * A definition that the user fills in, such as that of an agency, and that is written to the file.
 *
 * @param name the name of the element
 * @param values the values by the ids of {@link Kind#fields()}; those of optional fields may be missing
 */
public record Definition(Kind kind, String name, Map<String, String> values) {

    private static final BieumauFactory MODEL = BieumauFactory.eINSTANCE;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\d]+");
    private static final Pattern CONNECTIVE = Pattern.compile("(về việc|về)\\s+(.+)", Pattern.DOTALL);
    private static final int LONGEST_NAME = 40;

    /** Kind of element. */
    public enum Kind {
        AGENCY("title", "abbreviation", "placeName", "superior"),
        SIGNER("personName", "position"),
        CITATION("type", "number", "date", "issuer", "subject");

        private final List<String> fields;

        Kind(String... fields) {
            this.fields = List.of(fields);
        }

        /** Returns the ids of its fields. The first one is required. */
        public List<String> fields() {
            return fields;
        }
    }

    /**
     * An agency that a document can refer to.
     *
     * @param label its label in fields
     * @param library the library that the file must use for it; null if the file knows it already
     * @param isInFile whether it is defined in the file itself
     * @param values its values as in a definition
     */
    public record Known(String label, String library, boolean isInFile, Map<String, String> values) {

        /** Returns its name as documents print it. */
        public String title() {
            return values.get("title");
        }
    }

    public Definition {
        values = Map.copyOf(values);
    }

    /**
     * Returns a definition with a name made of its values.
     *
     * @param used names that are taken
     */
    public static Definition of(Kind kind, Map<String, String> values, Set<String> used) {
        var cleaned = new LinkedHashMap<String, String>();
        values.forEach((id, value) -> {
            var clean = FieldValues.clean(value);
            if (!clean.isEmpty()) {
                cleaned.put(id, clean);
            }
        });
        var words = switch (kind) {
            case AGENCY -> cleaned.getOrDefault("abbreviation", cleaned.getOrDefault("title", ""));
            case SIGNER -> cleaned.getOrDefault("personName", "");
            case CITATION -> cleaned.getOrDefault("type", "") + " " + number(cleaned);
        };
        return new Definition(kind, ElementName.ofWords(shortened(words), new HashSet<>(used)), cleaned);
    }

    private static String number(Map<String, String> values) {
        var first = WORD.matcher(values.getOrDefault("number", values.getOrDefault("subject", "")));
        return first.find() ? first.group() : "";
    }

    private static String shortened(String words) {
        var end = words.length() <= LONGEST_NAME ? words.length() : words.lastIndexOf(' ', LONGEST_NAME);
        return words.substring(0, end < 0 ? LONGEST_NAME : end);
    }

    /** Returns the names of the elements of a file. */
    public static Set<String> names(XtextResource resource) {
        var names = new HashSet<String>();
        Libraries.library(resource)
                .ifPresent(library -> library.getElements().stream()
                        .map(Named::getName)
                        .filter(name -> name != null)
                        .forEach(names::add));
        return names;
    }

    /** Returns the kinds of documents that can be cited. */
    public static List<String> types() {
        return Literals.of(BieumauPackage.Literals.DOCUMENT_TYPE);
    }

    /** Returns the agencies of the file, and those of the packs and of the libraries around it. */
    public static List<Known> agencies(XtextResource resource) {
        var known = new LinkedHashMap<String, Known>();
        Libraries.named(resource, Agency.class)
                .forEach(agency -> known.putIfAbsent(FieldValues.label(agency), known(agency, null, true)));
        var library = Libraries.library(resource);
        var index = LibraryIndex.of(resource.getResourceSet());
        for (var name : index.names(resource.getURI())) {
            var isUsed = library.stream()
                    .anyMatch(each -> name.equals(each.getName())
                            || each.getUses().stream().anyMatch(use -> name.equals(use.getLibraryName())));
            for (var file : Libraries.readable(index.files(name, resource.getURI()), resource.getResourceSet())) {
                Libraries.named(file, Agency.class)
                        .forEach(agency -> known.putIfAbsent(
                                FieldValues.label(agency), known(agency, isUsed ? null : name, false)));
            }
        }
        return List.copyOf(known.values());
    }

    /** Returns the citations of the file. */
    public static List<ProsePlace.Choice> citations(XtextResource resource) {
        return Libraries.named(resource, Citation.class).stream()
                .filter(citation -> citation.getType() != null)
                .map(citation ->
                        new ProsePlace.Choice("[" + citation.getName() + "]", Span.unmarked(Citations.full(citation))))
                .toList();
    }

    private static Known known(Agency agency, String library, boolean isInFile) {
        var values = new LinkedHashMap<String, String>();
        values.put("title", String.valueOf(agency.getTitle()));
        if (agency.getAbbreviation() != null) {
            values.put("abbreviation", agency.getAbbreviation());
        }
        if (agency.getPlaceName() != null) {
            values.put("placeName", agency.getPlaceName());
        }
        if (agency.getSuperior() != null && !agency.getSuperior().eIsProxy()) {
            values.put("superior", agency.getSuperior().getTitle());
        }
        return new Known(FieldValues.label(agency), library, isInFile, values);
    }

    /** Returns the label of the defined element in fields. */
    public String label() {
        return kind == Kind.CITATION
                ? "[" + name + "]"
                : values.get(kind.fields().getFirst()) + " (" + name + ")";
    }

    // Writing

    /** Returns the edits that let a file use a library. */
    public static List<TextEdit> use(XtextResource resource, String library) throws RefusedException {
        return new ModelEdits(resource).of(file -> UsedLibraries.add(file, library));
    }

    /**
     * Returns the edits that write the definition: agencies and citations follow those of the file, or precede its
     * documents.
     *
     * @throws RefusedException if a value is not valid or the text of the file cannot be changed now
     */
    public List<TextEdit> write(XtextResource resource) throws RefusedException {
        var date = values.containsKey("date")
                ? (PartialDate)
                        FieldValues.value(null, BieumauPackage.Literals.CITATION__DATE, values.get("date"), resource)
                : null;
        return new ModelEdits(resource).of(library -> {
            switch (kind) {
                case AGENCY -> add(library, agency(library));
                case CITATION -> add(library, citation(date));
                case SIGNER -> throw new IllegalStateException();
            }
        });
    }

    /**
     * Returns the edits that write the definition of a signer of an agency of the file.
     *
     * @param label the label of the agency
     */
    public List<TextEdit> write(XtextResource resource, String label) throws RefusedException {
        var agency = Libraries.named(resource, Agency.class).stream()
                .filter(each -> FieldValues.label(each).equals(label))
                .findFirst()
                .orElseThrow(() -> new RefusedException("choice", null, label));
        return new ModelEdits(resource).of(agency, changed -> {
            var signer = MODEL.createSigner();
            signer.setName(name);
            signer.setPersonName(values.get("personName"));
            signer.setPosition(values.getOrDefault("position", ""));
            changed.getSigners().add(signer);
        });
    }

    private Agency agency(Library library) {
        var agency = MODEL.createAgency();
        agency.setName(name);
        agency.setTitle(values.get("title"));
        agency.setAbbreviation(values.get("abbreviation"));
        agency.setPlaceName(values.get("placeName"));
        if (values.containsKey("superior")) {
            agency.setSuperior(superior(library, values.get("superior")));
        }
        return agency;
    }

    private Agency superior(Library library, String title) {
        return library.getElements().stream()
                .filter(Agency.class::isInstance)
                .map(Agency.class::cast)
                .filter(each -> title.equals(each.getTitle()))
                .findFirst()
                .orElseGet(() -> {
                    var used = new HashSet<>(
                            library.getElements().stream().map(Named::getName).toList());
                    used.add(name);
                    var superior = MODEL.createAgency();
                    superior.setName(ElementName.ofWords(shortened(title), used));
                    superior.setTitle(title);
                    add(library, superior);
                    return superior;
                });
    }

    private Citation citation(PartialDate date) {
        var citation = MODEL.createCitation();
        citation.setName(name);
        citation.setType(DocumentType.get(values.get("type")));
        citation.setNumber(values.get("number"));
        citation.setDate(date);
        citation.setIssuerName(values.get("issuer"));
        var subject = values.get("subject");
        if (subject != null) {
            var parts = CONNECTIVE.matcher(subject);
            var isTitle = citation.getType() == DocumentType.LAW || citation.getType() == DocumentType.CODE;
            citation.setConnective(parts.matches() ? parts.group(1) : isTitle ? null : "về");
            citation.setSubject(VietnameseText.nfc(parts.matches() ? parts.group(2) : subject));
        }
        return citation;
    }

    /** Adds an element behind the last one of its kind, else before all others. */
    private static void add(Library library, LibraryElement element) {
        var elements = library.getElements();
        var at = 0;
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i).eClass() == element.eClass()
                    || element instanceof Citation && elements.get(i) instanceof Agency) {
                at = i + 1;
            }
        }
        elements.add(at, element);
    }
}
