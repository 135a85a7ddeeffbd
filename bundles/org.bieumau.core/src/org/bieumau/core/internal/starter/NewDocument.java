/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.starter;

import java.time.Year;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.DocumentType;

/**
 * Text of a new document of one of the 29 types (ND30, Điều 7). It has the parts of the type and what the user knows.
 * Everything else is a gap (<code>…</code>), which {@link org.bieumau.core.internal.check.BlankChecks} reports.
 *
 * @param subject what the document is about
 * @param addressee whom it is addressed to, if its type has addressees
 */
public record NewDocument(DocumentType type, Issuer issuer, String subject, String addressee, Signer signer) {

    /** What stands for a text that is not known yet. */
    public static final String GAP = "…";

    /** The agency that issues a document. */
    public sealed interface Issuer {

        /**
         * Agency of a library or pack, by its name there.
         *
         * @param unit the name of its unit that drafts the document; blank for none
         * @param unitCode the code of this unit, among those that keep a copy
         */
        record Known(String library, String name, String unit, String unitCode) implements Issuer {}

        /** Agency that the file itself describes. Blank texts become gaps. */
        record Described(String title, String place, String abbreviation) implements Issuer {}
    }

    /** The person who signs. Blank texts become gaps. */
    public record Signer(String position, String name) {}

    /** Groups of types by their purpose, for a choice of them. */
    public enum Group {
        EXCHANGE("công văn; thông báo; thông cáo; báo cáo; tờ trình; công điện; thư công; giấy mời"),
        RULES("nghị quyết; quyết định; chỉ thị; quy chế; quy định; hướng dẫn"),
        PLANS("kế hoạch; chương trình; phương án; đề án; dự án"),
        RECORDS("biên bản; hợp đồng; bản ghi nhớ; bản thỏa thuận"),
        SLIPS("giấy giới thiệu; giấy ủy quyền; giấy nghỉ phép; phiếu gửi; phiếu chuyển; phiếu báo");

        private final List<DocumentType> types;

        Group(String types) {
            this.types = Arrays.stream(types.split("; ")).map(DocumentType::get).toList();
        }

        public List<DocumentType> types() {
            return types;
        }
    }

    private static final String ADDRESSEE = "${addressee}";

    private static final class Parts {
        static final Map<DocumentType, String> OF_TYPE = read();

        private static Map<DocumentType, String> read() {
            var parts = new EnumMap<DocumentType, String>(DocumentType.class);
            for (var each : NewFile.read("vanban.txt").split("\n\n# ")) {
                Optional.ofNullable(DocumentType.get(each.lines().findFirst().orElse("")))
                        .ifPresent(type -> parts.put(type, each.substring(each.indexOf('\n') + 1)));
            }
            return parts;
        }
    }

    /** Returns the types that a document can be created of, in the order of the decree. */
    public static List<DocumentType> types() {
        return List.copyOf(Parts.OF_TYPE.keySet());
    }

    /** Returns the type with a name such as <code>ke-hoach</code>; empty if there is none. */
    public static Optional<DocumentType> ofId(String id) {
        return types().stream().filter(type -> id(type).equals(id)).findFirst();
    }

    /** Returns the name of a type in lower case without diacritics: <code>ke-hoach</code>. */
    public static String id(DocumentType type) {
        return NewFile.fileName(type.getLiteral());
    }

    /** Returns whether documents of a type begin with addressees. */
    public static boolean isAddressed(DocumentType type) {
        return Parts.OF_TYPE.get(type).contains(ADDRESSEE);
    }

    /** Returns the text of the file. */
    public String text() {
        var text = new StringBuilder("phiên bản 2\n");
        var agency = switch (issuer) {
            case Issuer.Known known -> {
                text.append("\ndùng ").append(known.library()).append('\n');
                yield known.name();
            }
            case Issuer.Described described -> {
                text.append("\ncơ quan CơQuan ")
                        .append(quoted(described.title()))
                        .append(" {\n");
                text.append("    địa danh ").append(quoted(described.place())).append('\n');
                text.append("    viết tắt ")
                        .append(quoted(described.abbreviation()))
                        .append("\n}\n");
                yield "CơQuan";
            }
        };
        text.append('\n').append(type.getLiteral()).append(' ').append(name()).append(" {\n");
        text.append("    cơ quan ban hành ").append(agency).append('\n');
        var archive = "lưu VT";
        if (issuer instanceof Issuer.Known known && !known.unit().isBlank()) {
            text.append("    đơn vị soạn thảo ").append(known.unit()).append('\n');
            archive += ", " + known.unitCode();
        }
        // Minutes have no place and date line (ND30, Phụ lục III, mẫu 1.9).
        if (type != DocumentType.MINUTES) {
            text.append("    ngày …/…/").append(Year.now()).append('\n');
        }
        text.append("    trích yếu ").append(quoted(subject)).append('\n');
        text.append(Parts.OF_TYPE
                .get(type)
                .replace(ADDRESSEE, quoted(addressee))
                .replace("lưu VT", archive)
                .strip()
                .indent(4));
        text.append("    ký {\n        chức vụ ")
                .append(quoted(signer.position()))
                .append('\n');
        text.append("        họ tên ").append(quoted(signer.name())).append("\n    }\n}\n");
        return text.toString();
    }

    /** Returns the name of the element: the words of the type, each capitalised. */
    private String name() {
        return Arrays.stream(type.getLiteral().split(" "))
                .map(VietnameseText::capitalised)
                .collect(Collectors.joining());
    }

    private static String quoted(String value) {
        return NewFile.quoted(value.isBlank() ? GAP : value);
    }
}
