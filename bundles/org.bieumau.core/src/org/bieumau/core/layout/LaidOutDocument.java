/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.util.List;
import java.util.Optional;
import org.bieumau.core.document.DocumentFields;
import org.bieumau.core.internal.law.DocumentTypes;
import org.bieumau.core.internal.resolved.DocumentName;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.resolved.Symbols;
import org.bieumau.core.internal.text.PrintedText;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.text.Span;
import org.bieumau.model.Archive;
import org.bieumau.model.DocumentType;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Province;
import org.bieumau.model.Secrecy;
import org.bieumau.model.Urgency;

/** Gives exporters the fields of a document under a layout profile. */
record LaidOutDocument(ResolvedDocument document, LayoutProfile profile) implements DocumentFields {

    @Override
    public DocumentType type() {
        return document.type();
    }

    @Override
    public String typeName() {
        return DocumentTypes.name(document.type());
    }

    @Override
    public String number() {
        return Symbols.number(document, profile);
    }

    @Override
    public String symbol() {
        return PrintedText.print(Symbols.symbol(document, profile));
    }

    @Override
    public Optional<PartialDate> date() {
        return Optional.ofNullable(document.date());
    }

    @Override
    public String placeName() {
        return PrintedText.print(document.placeName());
    }

    @Override
    public String agencyName() {
        return PrintedText.print(document.agencyNames().title());
    }

    @Override
    public Optional<Province> province() {
        return Optional.ofNullable(document.province());
    }

    @Override
    public List<List<Span>> subject() {
        return document.subject().stream().map(PrintedBlocks::printed).toList();
    }

    @Override
    public List<String> addressees() {
        return printed(DocumentName.ADDRESSEES.texts(document));
    }

    @Override
    public List<String> recipients() {
        return printed(DocumentName.RECIPIENTS.texts(document));
    }

    @Override
    public List<Signatory> signatories() {
        return document.signatures().stream()
                .filter(signature -> !signature.isOfCopy())
                .map(ResolvedDocument.Signatory::of)
                .map(each -> new Signatory(text(each.position()), text(each.name())))
                .toList();
    }

    private static String text(String value) {
        return value == null ? "" : PrintedText.print(value);
    }

    private static List<String> printed(List<String> texts) {
        return texts.stream().map(PrintedText::print).toList();
    }

    @Override
    public Optional<Urgency> urgency() {
        return Optional.ofNullable(document.urgency());
    }

    @Override
    public Optional<Secrecy> secrecy() {
        return Optional.ofNullable(document.secrecy());
    }

    @Override
    public Optional<Integer> copies() {
        return Optional.ofNullable(document.archive()).map(Archive::getCopies);
    }
}
