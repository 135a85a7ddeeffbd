/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bieumau.core.environment.Environment;
import org.bieumau.core.internal.law.Provinces;
import org.bieumau.core.internal.law.Validity;
import org.bieumau.model.Form;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Province;
import org.bieumau.model.Rule;

/**
 * Finds the library rules that apply to an element: the rules of its own file, of the libraries that its file uses, and
 * of the packs of its province, if they are loaded. Packs of other provinces are ignored.
 */
public final class LibraryRules {

    /** The scheme under which the files of packs are loaded: <code>bieumau:/quangngai/coquan.bieu</code>. */
    public static final String PACK_SCHEME = "bieumau";

    private LibraryRules() {}

    /** Returns the rules that apply to a document on its date. */
    public static List<Rule> of(ResolvedDocument document) {
        return applying(
                document.document(),
                document.province(),
                document.date(),
                rule -> rule.isForDocuments() || rule.getDocumentTypes().contains(document.type()));
    }

    /**
     * Returns the rules that apply to a form: those for its template or for a base of the template.
     *
     * @param date the date of the form; null if unknown
     */
    public static List<Rule> of(Form form, PartialDate date) {
        var chain = ResolvedTemplate.chain(form.getTemplate());
        return applying(
                form,
                province(form),
                date,
                rule -> rule.getFormTemplate() != null && chain.contains(rule.getFormTemplate()));
    }

    /**
     * Returns the province of a form: that of its agency, or else of the document that it is attached to, or else the
     * assumed province; null if none is known.
     */
    public static Province province(Form form) {
        return Provinces.ofAgency(form.getAgency())
                .or(() -> ResolvedDocument.attaching(form)
                        .map(document -> ResolvedDocument.of(document).province()))
                .orElseGet(() -> Environment.of(form).assumedProvince().orElse(null));
    }

    private static List<Rule> applying(
            LibraryElement element, Province province, PartialDate date, Predicate<Rule> wanted) {
        var rules = new ArrayList<Rule>();
        libraries(element, province)
                .flatMap(library -> library.getElements().stream())
                .filter(Rule.class::isInstance)
                .map(Rule.class::cast)
                .filter(rule -> rule.getCondition() != null && Validity.holds(rule, date))
                .filter(wanted)
                .forEach(rules::add);
        return rules;
    }

    /**
     * Returns the libraries whose rules apply to an element.
     *
     * @param province the province of the element; null if unknown
     */
    public static Stream<Library> libraries(LibraryElement element, Province province) {
        if (!(element.eContainer() instanceof Library own)) {
            return Stream.empty();
        }
        if (own.eResource() == null || own.eResource().getResourceSet() == null) {
            return Stream.of(own);
        }
        var used = Names.used(own);
        var environment = Environment.of(element);
        return Stream.concat(Stream.of(own), Names.libraries(own).filter(other -> {
            var code = packProvince(other, environment);
            return other != own
                    && (code.isEmpty() || province == null || province.getCode() == null
                            ? used.contains(other)
                            : code.equals(province.getCode()));
        }));
    }

    /** Returns the code of the province whose pack a library belongs to; empty for other libraries. */
    private static String packProvince(Library library, Environment environment) {
        var file = library.eResource().getURI();
        return PACK_SCHEME.equals(file.scheme()) && file.segmentCount() > 1
                ? environment.provinceOfPack(file.segment(0))
                : "";
    }
}
