/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Signature;

/**
 * The signature blocks of a template on one line, such as <code>Người lập biểu (Ký, ghi rõ họ tên); Giám đốc</code>.
 */
final class SignatureLine {

    private static final Pattern BLOCK = Pattern.compile("([^(]*?)\\s*(?:\\((.*)\\))?");

    private SignatureLine() {}

    static String of(List<Signature> signatures) {
        return signatures.stream().map(SignatureLine::of).collect(Collectors.joining("; "));
    }

    private static String of(Signature signature) {
        return (signature.getPosition() == null ? "" : signature.getPosition())
                + (signature.getInstruction() == null ? "" : " (" + signature.getInstruction() + ")");
    }

    /** Replaces signature blocks by those of a line. Blocks that do not change stay the same elements. */
    static void write(String line, List<Signature> signatures) {
        var before = new ArrayList<>(signatures);
        var now = new ArrayList<Signature>();
        for (var block : Stream.of(line.split(";")).map(String::strip).toList()) {
            if (!block.isEmpty()) {
                var known =
                        before.stream().filter(each -> of(each).equals(block)).findFirst();
                known.ifPresent(before::remove);
                now.add(known.orElseGet(() -> signature(block)));
            }
        }
        signatures.removeIf(each -> !now.contains(each));
        for (int i = 0; i < now.size(); i++) {
            if (i >= signatures.size() || signatures.get(i) != now.get(i)) {
                signatures.remove(now.get(i));
                signatures.add(i, now.get(i));
            }
        }
    }

    private static Signature signature(String block) {
        var signature = BieumauFactory.eINSTANCE.createSignature();
        var parts = BLOCK.matcher(block);
        if (parts.matches()) {
            signature.setPosition(parts.group(1));
            signature.setInstruction(parts.group(2));
        } else {
            signature.setPosition(block);
        }
        return signature;
    }
}
