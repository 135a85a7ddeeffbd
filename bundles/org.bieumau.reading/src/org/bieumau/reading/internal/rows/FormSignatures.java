/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bieumau.core.internal.resolved.ResolvedDocument.Signatory;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Form;
import org.bieumau.model.Signature;
import org.bieumau.reading.internal.rows.Ledger.Use;
import org.bieumau.reading.internal.rows.Surroundings.CellItem;
import org.bieumau.reading.internal.rows.Surroundings.Item;
import org.bieumau.reading.internal.values.ProperCase;

/**
 * Reads who signed a form. The positions are those of the template, side by side in a table or sheet, and each name is
 * below its position.
 */
final class FormSignatures {

    /** Two to six words with capital letters. */
    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}'’.-]*(?: \\p{Lu}[\\p{L}'’.-]*){1,5}");

    private final ResolvedTemplate template;
    private final Form form;
    private final Ledger ledger;

    FormSignatures(ResolvedTemplate template, Form form, Ledger ledger) {
        this.template = template;
        this.form = form;
        this.ledger = ledger;
    }

    /** Reads the signatures if the template has as many positions as are side by side in the file. */
    void read(Surroundings around) {
        var cells = around.below().stream()
                .filter(CellItem.class::isInstance)
                .map(CellItem.class::cast)
                .toList();
        var blocks = template.signatures();
        var heads = heads(cells, blocks);
        if (blocks.isEmpty() || heads.size() != blocks.size()) {
            return;
        }
        var names = new ProperCase(
                Stream.concat(around.above().stream(), around.below().stream()).map(Item::text));
        var signatures = new ArrayList<Signature>();
        for (int i = 0; i < blocks.size(); i++) {
            signatures.add(signature(blocks.get(i), heads.get(i), cells, names));
        }
        if (signatures.stream().anyMatch(each -> each.getPersonName() != null || each.getPosition() != null)) {
            form.getSignatures().addAll(signatures);
        }
    }

    /** Returns the cells of the row that has most of the positions of the template, from left to right. */
    private static List<CellItem> heads(List<CellItem> cells, List<Signature> blocks) {
        return cells.stream()
                .map(first -> cells.stream()
                        .filter(cell -> cell.grid() == first.grid()
                                && cell.cell().row() == first.cell().row())
                        .toList())
                .max(Comparator.comparingLong(row -> row.stream()
                        .filter(cell -> blocks.stream().anyMatch(block -> hasPosition(cell, block)))
                        .count()))
                .filter(row ->
                        row.stream().anyMatch(cell -> blocks.stream().anyMatch(block -> hasPosition(cell, block))))
                .orElse(List.of());
    }

    private static boolean hasPosition(CellItem cell, Signature block) {
        var position = Signatory.of(block).position();
        return position != null && VietnameseText.fold(lines(cell).getFirst()).equals(VietnameseText.fold(position));
    }

    private Signature signature(Signature block, CellItem head, List<CellItem> cells, ProperCase names) {
        var signature = BieumauFactory.eINSTANCE.createSignature();
        var lines = lines(head);
        var name =
                lines.size() > 1 && isName(lines.getLast()) ? Optional.of(lines.getLast()) : Optional.<String>empty();
        if (!hasPosition(head, block)) {
            // The layout prints positions in capitals.
            signature.setPosition(names.position(VietnameseText.nfc(lines.getFirst())));
        }
        var between = lines.subList(1, lines.size() - (name.isPresent() ? 1 : 0));
        if (between.size() > 1 || between.size() == 1 && !isInstruction(between.getFirst())) {
            return BieumauFactory.eINSTANCE.createSignature();
        }
        if (between.size() == 1 && !instruction(between.getFirst()).equals(block.getInstruction())) {
            signature.setInstruction(instruction(between.getFirst()));
        }
        head.use(
                ledger,
                name.isPresent() || signature.getPosition() != null || signature.getInstruction() != null
                        ? Use.VALUE
                        : Use.LABEL);
        name.ifPresentOrElse(
                signature::setPersonName,
                () -> below(head, cells).ifPresent(cell -> {
                    signature.setPersonName(VietnameseText.nfc(cell.text()));
                    cell.use(ledger, Use.VALUE);
                }));
        return signature;
    }

    private static boolean isInstruction(String line) {
        return line.startsWith("(") && line.endsWith(")");
    }

    private static String instruction(String line) {
        return VietnameseText.nfc(line.substring(1, line.length() - 1).strip());
    }

    /** Returns the next cell below a position, if it has the name of a person. */
    private static Optional<CellItem> below(CellItem head, List<CellItem> cells) {
        return cells.stream()
                .filter(cell -> cell.grid() == head.grid()
                        && cell.cell().row() >= head.cell().rowEnd()
                        && cell.cell().column() < head.cell().columnEnd()
                        && head.cell().column() < cell.cell().columnEnd())
                .findFirst()
                .filter(cell -> isName(cell.text()));
    }

    private static boolean isName(String text) {
        return NAME.matcher(VietnameseText.nfc(text)).matches() && !text.equals(text.toUpperCase());
    }

    private static List<String> lines(CellItem cell) {
        return cell.shown()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
