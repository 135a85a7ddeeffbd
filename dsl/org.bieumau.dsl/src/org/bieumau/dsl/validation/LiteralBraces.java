/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.validation;

import static org.bieumau.model.BieumauPackage.Literals.MARKER__TEXT;
import static org.bieumau.model.BieumauPackage.Literals.RULE__MESSAGE;
import static org.bieumau.model.BieumauPackage.Literals.SECTION_SPEC__HEADING_PATTERN;
import static org.bieumau.model.BieumauPackage.Literals.SUPPRESSION__REASON;
import static org.bieumau.model.BieumauPackage.Literals.TEXT_RUN__TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bieumau.model.Argument;
import org.bieumau.model.DataSource;
import org.bieumau.model.FormSource;
import org.bieumau.model.Leftover;
import org.bieumau.model.MappingItem;
import org.bieumau.model.Parameter;
import org.bieumau.model.Provenance;
import org.bieumau.model.TextLiteral;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Finds names in braces, such as <code>{năm}</code>, in texts that print them as they are. */
final class LiteralBraces {

    private static final Pattern NAMES = Pattern.compile("\\{[^{}]*\\p{L}[^{}]*}");

    /** Prose, whose braces are runs of their own unless they are escaped; texts with values; and reasons. */
    private static final Set<EStructuralFeature> OTHERS =
            Set.of(TEXT_RUN__TEXT, MARKER__TEXT, RULE__MESSAGE, SUPPRESSION__REASON);

    /**
     * A name in braces.
     *
     * @param index the index in a list of texts; 0 for a single text
     */
    record Found(EAttribute feature, int index, String name) {}

    private LiteralBraces() {}

    /** Returns the first name in braces of each text of an element. */
    static List<Found> of(EObject element) {
        var found = new ArrayList<Found>();
        if (isPrinted(element)) {
            for (var feature : element.eClass().getEAllAttributes()) {
                if (feature.getEAttributeType().getInstanceClass() == String.class
                        && !OTHERS.contains(feature)
                        && element.eIsSet(feature)) {
                    var value = element.eGet(feature);
                    var texts = value instanceof List<?> list ? list : List.of(value);
                    for (int i = 0; i < texts.size(); i++) {
                        var index = i;
                        name(feature, String.valueOf(texts.get(i)))
                                .ifPresent(name -> found.add(new Found(feature, index, name)));
                    }
                }
            }
        }
        return found;
    }

    /** Returns whether an element prints its texts. Names of files and texts within expressions are not printed. */
    private static boolean isPrinted(EObject element) {
        return switch (element) {
            case DataSource source -> false;
            case FormSource source -> false;
            case Leftover leftover -> false;
            case MappingItem item -> false;
            case Provenance provenance -> false;
            case TextLiteral text -> text.eContainer() instanceof Argument || text.eContainer() instanceof Parameter;
            default -> true;
        };
    }

    private static Optional<String> name(EAttribute feature, String text) {
        if (feature == SECTION_SPEC__HEADING_PATTERN && !text.contains("{tên}")) {
            return Optional.empty(); // A problem of its own
        }
        return NAMES.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(name -> feature != SECTION_SPEC__HEADING_PATTERN || !name.equals("{tên}"))
                .findFirst();
    }
}
