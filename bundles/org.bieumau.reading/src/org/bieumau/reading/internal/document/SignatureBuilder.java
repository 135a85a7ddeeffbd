/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.model.Authority;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Signature;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.bieumau.reading.internal.role.Seat.Side;
import org.bieumau.reading.internal.shape.Phrases;
import org.bieumau.reading.internal.values.ProperCase;

/** Reads the signatures. The lines of a signature are below each other; several signatures are side by side. */
final class SignatureBuilder {

    private static final Pattern AUTHORITY = Pattern.compile(
            "(?iu)(T\\.?M|K\\.?T|T\\.?L|T\\.?U\\.?Q|T/M|K/T|T/L|T/UQ|Q)\\s*[./]?\\s+(.+)|(TM|KT|TL|TUQ|Q)\\.(.+)");

    private final Draft draft;
    private final ProperCase names;
    private final Map<Side, Signature> open = new HashMap<>();
    /** The signatures, with the lines at which they begin. */
    private final Map<Signature, Line> begun = new LinkedHashMap<>();

    private String confirmed;
    private boolean copy;

    SignatureBuilder(Draft draft, ProperCase names) {
        this.draft = draft;
        this.names = names;
    }

    void build() {
        draft.text().lines().filter(line -> line.part() == draft.part()).forEach(this::read);
        var signatures = new ArrayList<>(begun.keySet());
        if (!draft.document().getJointAgencies().isEmpty()) {
            // The leading body of a joint document signs on the right.
            signatures.sort(Comparator.<Signature>comparingInt(
                            each -> begun.get(each).seat().row())
                    .thenComparingDouble(each -> -begun.get(each).seat().left()));
        }
        draft.document().getSignatures().addAll(signatures);
    }

    private void read(Line line) {
        switch (line.role()) {
            case CONFIRMATION -> confirmation(line);
            case COPY_LABEL -> {
                copy = line.text().equals(draft.rule(Key.COPY_LABEL));
                if (!copy) {
                    draft.leave(List.of(line));
                }
            }
            case POSITION -> {
                if (continues(line)) {
                    goOn(open.get(line.seat().side()), line.text());
                } else {
                    position(begin(line), line.text());
                }
            }
            case POSITION_BELOW_AUTHORITY -> below(current(line), line.text());
            case POSITION_CONNECTIVE -> current(line).setSecondPosition("");
            case SIGNATURE_INSTRUCTION ->
                current(line)
                        .setInstruction(line.text().replaceFirst("^\\(", "").replaceFirst("\\)$", ""));
            case SIGNER -> {
                current(line).setPersonName(line.text());
                open.remove(line.seat().side());
            }
            default -> {}
        }
    }

    /** Returns whether a line goes on with the position above it. */
    private boolean continues(Line line) {
        var signature = open.get(line.seat().side());
        return signature != null
                && begun.get(signature).seat().row() == line.seat().row()
                && signature.getInstruction() == null;
    }

    private void confirmation(Line line) {
        var pattern = Pattern.quote(draft.rule(Key.CONFIRMATION)).replace("{tên}", "\\E(.+)\\Q");
        var found = Pattern.compile(pattern).matcher(line.text());
        if (found.matches()) {
            confirmed = found.group(1);
        } else {
            draft.leave(List.of(line));
        }
    }

    private Signature begin(Line line) {
        var signature = BieumauFactory.eINSTANCE.createSignature();
        signature.setConfirmed(confirmed);
        signature.setOfCopy(copy);
        confirmed = null;
        open.put(line.seat().side(), signature);
        begun.put(signature, line);
        return signature;
    }

    /** Returns the signature of the column of a line. */
    private Signature current(Line line) {
        var signature = open.get(line.seat().side());
        return signature == null ? begin(line) : signature;
    }

    private void position(Signature signature, String text) {
        var authority = AUTHORITY.matcher(text);
        if (!authority.matches()) {
            signature.setPosition(names.position(text));
            return;
        }
        var letters = (authority.group(1) == null ? authority.group(3) : authority.group(1)).replaceAll("[./]", "");
        signature.setAuthority(Authority.get(letters.toUpperCase() + "."));
        signature.setAuthorityOf(names.position(authority.group(2) == null ? authority.group(4) : authority.group(2)));
    }

    private void goOn(Signature signature, String text) {
        if (signature.getAuthorityOf() != null && signature.getPosition() == null && Phrases.isAgency(text)) {
            signature.setAuthorityOf(signature.getAuthorityOf() + " " + names.of(text));
        } else {
            below(signature, text);
        }
    }

    private void below(Signature signature, String text) {
        var name = names.position(text);
        if (signature.getSecondPosition() != null) {
            signature.setSecondPosition((signature.getSecondPosition() + " " + name).strip());
        } else if (signature.getPosition() == null) {
            signature.setPosition(name);
        } else {
            signature.setPosition(signature.getPosition() + " " + name);
        }
    }
}
