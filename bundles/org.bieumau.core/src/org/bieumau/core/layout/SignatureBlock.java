/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bieumau.core.internal.resolved.ResolvedDocument.Signatory;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.layout.Block.Line;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.SideItem;
import org.bieumau.core.layout.Block.Sides;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.model.Authority;
import org.bieumau.model.Signature;

/**
 * The lines of a signature (ND30, Phụ lục I, II.7).
 *
 * @param head authority, position and instruction
 * @param name the name, or room for a signature; may be empty
 */
record SignatureBlock(List<SideItem> head, List<SideItem> name) {

    /** @param body the body to name after the position, as documents of several bodies do; an empty text for none */
    static SignatureBlock of(Signature signature, String body, LayoutProfile profile, LocalDate day) {
        return of(signature, signature, signature, body, profile, day);
    }

    /**
     * Returns the lines of a signature in a form.
     *
     * @param block the signature block of the template
     * @param signature the signature of the form, which takes over from the block what it does not set itself
     */
    static SignatureBlock of(Signature block, Signature signature, LayoutProfile profile, LocalDate day) {
        var hasPosition =
                signature.getAuthorityOf() != null || Signatory.of(signature).position() != null;
        return of(
                hasPosition ? signature : block,
                signature.getInstruction() != null ? signature : block,
                signature,
                "",
                profile,
                day);
    }

    private static SignatureBlock of(
            Signature position,
            Signature instruction,
            Signature name,
            String body,
            LayoutProfile profile,
            LocalDate day) {
        var lines = new ArrayList<SideItem>();
        var ofSigner = Signatory.of(position).position();
        if (position.getAuthorityOf() != null) {
            var prefix =
                    position.getAuthority() == Authority.NONE ? "" : authority(position.getAuthority(), profile, day);
            // Who signs on behalf of a body names it already.
            var head = position.getAuthority() == Authority.ON_BEHALF ? "" : body;
            lines.add(Paragraph.of(Component.POSITION, prefix + named(position.getAuthorityOf(), head), position));
            if (ofSigner != null) {
                add(Component.POSITION_BELOW_AUTHORITY, VietnameseText.capitals(ofSigner), position, lines);
            }
        } else if (ofSigner != null) {
            add(Component.POSITION, named(ofSigner, body), position, lines);
        }
        if (instruction.getInstruction() != null
                && !instruction.getInstruction().isEmpty()) {
            lines.add(Paragraph.of(
                    Component.SIGNATURE_INSTRUCTION, "(" + instruction.getInstruction() + ")", instruction));
        }
        var signer = Signatory.of(name).name();
        return new SignatureBlock(
                lines, signer == null ? List.of() : List.of(Paragraph.of(Component.SIGNER, signer, name)));
    }

    /** Adds a position and, if the signer holds another one, that one on a line of its own (HD05, p. 20). */
    private static void add(Component component, String position, Signature signature, List<SideItem> lines) {
        lines.add(Paragraph.of(component, position, signature));
        if (signature.getSecondPosition() != null) {
            lines.add(Paragraph.of(Component.POSITION_CONNECTIVE, "kiêm", signature));
            lines.add(Paragraph.of(component, VietnameseText.capitals(signature.getSecondPosition()), signature));
        }
    }

    /** Returns a position in capitals, followed by the body unless it names the body itself. */
    private static String named(String position, String body) {
        var capitals = VietnameseText.capitals(position);
        return body.isEmpty() || VietnameseText.fold(capitals).contains(VietnameseText.fold(body))
                ? capitals
                : capitals + " " + body;
    }

    /**
     * Returns the abbreviation with a space: <code>KT.</code> in state documents, <code>K/T</code> in those of the
     * Party.
     */
    private static String authority(Authority authority, LayoutProfile profile, LocalDate day) {
        var letters = authority.getLiteral().replace(".", "");
        var slash = profile.text(Key.AUTHORITY_END, day).equals("/") && letters.length() == 2;
        return (slash ? letters.charAt(0) + "/" + letters.charAt(1) : authority.getLiteral()) + "\u00A0";
    }

    /** Returns this block with room for a signature in place of a name that is missing. */
    SignatureBlock withRoom(LayoutProfile profile, LocalDate day) {
        return name.isEmpty()
                ? new SignatureBlock(
                        head,
                        List.of(new Line(
                                0, profile.style(Component.SIGNER, day).look().spaceBefore())))
                : this;
    }

    /** Returns all lines, from top to bottom. */
    List<SideItem> lines() {
        var lines = new ArrayList<>(head);
        lines.addAll(name);
        return lines;
    }

    /** Returns signatures side by side, from left to right, with their names at the same height. */
    static List<Sides> row(List<SignatureBlock> signatures) {
        var percents = percents(signatures.size());
        var heads = new Sides(signatures.stream().map(SignatureBlock::head).toList(), percents);
        return signatures.stream().allMatch(each -> each.name.isEmpty())
                ? List.of(heads)
                : List.of(
                        heads,
                        new Sides(signatures.stream().map(SignatureBlock::name).toList(), percents));
    }

    /** Returns the widths of columns of about the same width. */
    static List<Integer> percents(int columns) {
        var percents = new ArrayList<>(Collections.nCopies(columns - 1, 100 / columns));
        percents.add(100 - (columns - 1) * (100 / columns));
        return percents;
    }

    /** Returns a block without lines. */
    static SignatureBlock none() {
        return new SignatureBlock(List.of(), List.of());
    }
}
