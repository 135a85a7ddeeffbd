/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.bieumau.dsl.parser.antlr.BieuTokenSource;
import org.bieumau.dsl.parser.antlr.internal.InternalBieuParser;
import org.bieumau.dsl.parser.antlr.lexer.InternalBieuLexer;

/** A kind of change to a text. Each is a row of the table. */
enum Mutation {
    BYTES("bytes changed, inserted, deleted") {
        @Override
        byte[] of(String text, Random random) {
            var bytes = new ArrayList<Byte>();
            for (var each : text.getBytes(StandardCharsets.UTF_8)) {
                bytes.add(each);
            }
            for (int i = random.nextInt(4); i >= 0; i--) {
                var at = random.nextInt(bytes.size());
                switch (random.nextInt(4)) {
                    case 0 -> bytes.set(at, (byte) (bytes.get(at) ^ 1 << random.nextInt(8)));
                    case 1 -> bytes.add(at, (byte) (' ' + random.nextInt(95)));
                    case 2 -> bytes.remove(at);
                    default -> bytes.add(at, (byte) random.nextInt(32));
                }
            }
            var changed = new byte[bytes.size()];
            for (int i = 0; i < changed.length; i++) {
                changed[i] = bytes.get(i);
            }
            return changed;
        }
    },
    TRUNCATED("truncated") {
        @Override
        byte[] of(String text, Random random) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            var start = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : 0;
            return Arrays.copyOfRange(bytes, start, start + random.nextInt(bytes.length - start + 1));
        }
    },
    INVALID_UTF8("invalid UTF-8, NUL") {
        private static final List<String> BROKEN = List.of(
                "\u00C0\u0080",
                "\u00FF",
                "\u00ED\u00A0\u0080",
                "\u00F4\u0090\u0080\u0080",
                "\u00E1\u00BA",
                "\0",
                "\u0080");

        @Override
        byte[] of(String text, Random random) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            var at = random.nextInt(bytes.length);
            var changed = new ByteArrayOutputStream();
            changed.write(bytes, 0, at);
            changed.writeBytes(one(BROKEN, random).getBytes(StandardCharsets.ISO_8859_1));
            changed.write(bytes, at, bytes.length - at);
            return changed.toByteArray();
        }
    },
    LINE_ENDS("line ends, byte order marks") {
        private static final List<String> ENDS =
                List.of("\r", "\r\n", "\n\r", "\u0085", "\u2028", "\u2029", "\u000B", "\f", "\n\n", " \n", "\t\n");

        @Override
        byte[] of(String text, Random random) {
            var changed = switch (random.nextInt(5)) {
                case 0 -> text.replace("\n", one(ENDS, random));
                case 1 -> "\uFEFF" + text;
                case 2 -> text.stripTrailing() + one(ENDS, random);
                case 3 -> {
                    var at = random.nextInt(text.length());
                    yield text.substring(0, at) + "\uFEFF" + text.substring(at);
                }
                default -> {
                    var lines = lines(text);
                    for (int i = random.nextInt(4); i >= 0; i--) {
                        var at = random.nextInt(lines.size());
                        lines.set(at, lines.get(at).replace("\n", one(ENDS, random)));
                    }
                    yield String.join("", lines);
                }
            };
            return bytes(changed);
        }
    },
    TOKEN_DELETED("tokens deleted") {
        @Override
        byte[] of(String text, Random random) {
            var tokens = tokens(text);
            var from = random.nextInt(tokens.size());
            var to = Math.min(tokens.size() - 1, from + (random.nextInt(3) == 0 ? random.nextInt(6) : 0));
            return bytes(text.substring(0, tokens.get(from).start) + text.substring(tokens.get(to).end));
        }
    },
    TOKEN_DOUBLED("tokens doubled") {
        @Override
        byte[] of(String text, Random random) {
            var token = one(tokens(text), random);
            var between = random.nextBoolean() ? " " : "";
            var times = random.nextInt(10) == 0 ? 1 + random.nextInt(50) : 1;
            return bytes(
                    text.substring(0, token.end) + (between + token.text).repeat(times) + text.substring(token.end));
        }
    },
    TOKENS_SWAPPED("tokens swapped") {
        @Override
        byte[] of(String text, Random random) {
            var tokens = tokens(text);
            var one = tokens.get(random.nextInt(tokens.size()));
            var other = tokens.get(Math.min(tokens.size() - 1, tokens.indexOf(one) + 1 + random.nextInt(8)));
            return one == other
                    ? bytes(text)
                    : bytes(text.substring(0, one.start)
                            + other.text
                            + text.substring(one.end, other.start)
                            + one.text
                            + text.substring(other.end));
        }
    },
    TOKEN_REPLACED("tokens replaced") {
        @Override
        byte[] of(String text, Random random) {
            var tokens = tokens(text);
            var by = random.nextBoolean() ? one(tokens, random).text : one(WORDS, random);
            return bytes(one(tokens, random).replaced(text, by));
        }
    },
    LINES("lines deleted, doubled, swapped, joined") {
        @Override
        byte[] of(String text, Random random) {
            var lines = lines(text);
            var at = random.nextInt(lines.size());
            switch (random.nextInt(4)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(random.nextInt(lines.size()), lines.get(at));
                case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
                default -> lines.set(at, lines.get(at).stripTrailing() + " ");
            }
            return bytes(String.join("", lines));
        }
    },
    NUMBERS("numbers at their limits") {
        private static final List<String> LIMITS = List.of(
                "0",
                "-1",
                "1",
                "9",
                "90",
                "255",
                "256",
                "400",
                "3999",
                "4000",
                "32767",
                "32768",
                "65536",
                "999999",
                "2147483647",
                "2147483648",
                "9223372036854775807",
                "9223372036854775808",
                "00",
                "007",
                "1.000",
                "1,5",
                "1.000,50",
                "0,000000001",
                "99999999999999999999999999999999",
                "1.5",
                "1e9");

        @Override
        byte[] of(String text, Random random) {
            return bytes(replaceMatch(NUMBER, text, one(LIMITS, random), random));
        }
    },
    DATES("dates") {
        private static final List<String> DATES = List.of(
                "29/02/2023",
                "31/4/2026",
                "00/00/0000",
                "99/99/9999",
                "01/01/0001",
                "31/12/9999",
                "…/…/2026",
                "…/5/2026",
                ".../.../2026",
                "30/…/2026",
                "01/01/1970",
                "01/03/2020",
                "27/5/2026",
                "26/5/2026",
                "1/1/10000",
                "5/2026");

        @Override
        byte[] of(String text, Random random) {
            return bytes(replaceMatch(DATE, text, one(DATES, random), random));
        }
    },
    LONG_TEXT("long text") {
        @Override
        byte[] of(String text, Random random) {
            var piece = one(
                    List.of("a", "dài ", "kéo dài ", "–", "…", "W", "\u1EA2", "。", "1.", "(", "a b", "a\u00A0"),
                    random);
            return bytes(inText(
                    text, piece.repeat(1 + random.nextInt(random.nextInt(20) == 0 ? 40_000 : 1_500)), random));
        }
    },
    ODD_UNICODE("odd Unicode") {
        @Override
        byte[] of(String text, Random random) {
            if (random.nextInt(6) == 0) {
                var token = one(tokens(text), random);
                return bytes(token.replaced(text, Normalizer.normalize(token.text, Normalizer.Form.NFD)));
            }
            return bytes(inText(text, random.nextBoolean() ? one(ODD, random) : character(random), random));
        }

        private static String character(Random random) {
            int c;
            do {
                c = random.nextInt(random.nextInt(3) == 0 ? 0x11_0000 : 0x3000);
            } while (Character.getType(c) == Character.SURROGATE && random.nextInt(4) > 0);
            return Character.toString(c).repeat(1 + random.nextInt(2));
        }
    },
    LEGACY("text in TCVN3, VNI, VIQR") {
        private static final List<String> LEGACY = List.of(
                "§éc lËp - Tù do - H¹nh phóc",
                "Céng hßa x· héi chñ nghÜa ViÖt Nam",
                "UÛY BAN NHAÂN DAÂN",
                "Tieáng Vieät",
                "To^i ye^u tie^'ng Vie^.t",
                "C\u1ED8NG H\u00D2A",
                "Ñoäc laäp");

        @Override
        byte[] of(String text, Random random) {
            return bytes(inText(text, one(LEGACY, random), random));
        }
    },
    NESTED("deep nesting") {
        @Override
        byte[] of(String text, Random random) {
            var depth = 1 + random.nextInt(random.nextInt(10) == 0 ? 4_000 : 60);
            var nested = switch (random.nextInt(7)) {
                case 0 -> "{" + "(".repeat(depth) + "1" + ")".repeat(depth) + "}";
                case 1 -> "{" + "-".repeat(depth) + "1}";
                case 2 -> "^[a".repeat(depth) + "]".repeat(depth);
                case 3 -> "**a*b".repeat(depth);
                case 4 -> "{1" + " + 1".repeat(depth) + "}";
                case 5 -> "{" + "nếu(đúng, ".repeat(depth) + "1" + ", 2)".repeat(depth) + "}";
                default -> "{".repeat(depth) + "}".repeat(depth);
            };
            if (random.nextInt(4) == 0) {
                var lines = new StringBuilder();
                for (int i = 0; i < Math.min(depth, 80); i++) {
                    lines.append("\n").append(" ".repeat(8 + 4 * i)).append("nếu đúng:");
                }
                nested = lines + "\n" + " ".repeat(8 + 4 * Math.min(depth, 80)) + "sâu\n        ";
            }
            return bytes(
                    random.nextInt(3) == 0
                            ? one(tokens(text), random).replaced(text, nested)
                            : inText(text, nested, random));
        }
    },
    NAMES("names of others") {
        @Override
        byte[] of(String text, Random random) {
            var names = tokens(text).stream().filter(Piece::isName).toList();
            return names.isEmpty() ? bytes(text) : bytes(one(names, random).replaced(text, one(names, random).text));
        }
    },
    BLOCKS_MOVED("blocks moved") {
        @Override
        byte[] of(String text, Random random) {
            var blocks = new ArrayList<int[]>();
            var open = new java.util.ArrayDeque<Integer>();
            for (var token : tokens(text)) {
                if (token.text.equals("{")) {
                    open.push(token.start);
                } else if (token.text.equals("}") && !open.isEmpty()) {
                    blocks.add(new int[] {open.pop(), token.end});
                }
            }
            if (blocks.isEmpty()) {
                return bytes(text);
            }
            var block = one(blocks, random);
            var start = text.lastIndexOf('\n', block[0]) + 1;
            var moved = text.substring(start, block[1]);
            var rest = random.nextBoolean() ? text.substring(0, start) + text.substring(block[1]) : text;
            var starts = new ArrayList<>(List.of(0));
            for (int i = rest.indexOf('\n'); i >= 0; i = rest.indexOf('\n', i + 1)) {
                starts.add(i + 1);
            }
            var at = one(starts, random);
            return bytes(rest.substring(0, at) + moved + "\n" + rest.substring(at));
        }
    },
    TABLES("tables") {
        private static final List<String> ROWS = List.of(
                "| a | b |",
                "|---|:-:|",
                "| | |",
                "||",
                "| a",
                "a |",
                "| **a | b** |",
                "| a \\| b |",
                "| x^[y | z] | w |",
                "| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 |",
                "| nếu đúng: | c |",
                "|:---:|",
                "| {stt} | {1/0} |");

        @Override
        byte[] of(String text, Random random) {
            var lines = lines(text);
            for (int i = random.nextInt(4); i >= 0; i--) {
                var at = prose(lines, random);
                lines.add(at, "        " + one(ROWS, random) + "\n");
            }
            return bytes(String.join("", lines));
        }
    },
    FORMULAS("formulas of Excel, escapes of XML") {
        private static final List<String> DANGEROUS = List.of(
                "=1+1",
                "=cmd|' /C calc'!A0",
                "+1",
                "-1",
                "@SUM(A1)",
                "_x0041_",
                "_x000D_",
                "_x005F_x0041_",
                "&amp;",
                "<b>",
                "]]>",
                "<!--",
                "&#0;",
                "&#x41;",
                "%s",
                "${x}",
                "\\",
                "\\n",
                "\\\\n",
                "\"\"",
                "''",
                "' '' ' ",
                "</w:t>",
                "<script>alert(1)</script>",
                "\t",
                "0123",
                "1E5",
                "TRUE",
                "#N/A",
                "12/5",
                "\u200B=1",
                "{=1+1}");

        @Override
        byte[] of(String text, Random random) {
            return bytes(inText(text, one(DANGEROUS, random), random));
        }
    },
    MARKS("marks, braces and headers of prose") {
        private static final List<String> MARKS = List.of(
                "{",
                "}",
                "{}",
                "{a}",
                "{năm}",
                "{ngày}",
                "{1/0}",
                "{\"a\"}",
                "{\"*a*\" + \"b\"}",
                "{1 + \"a\"}",
                "{tổng(1)}",
                "{đếm(dòng)}",
                "[",
                "]",
                "[a]",
                "[]",
                "*",
                "**",
                "***",
                "*a*",
                "**a*",
                "^{2}",
                "^{",
                "^[a]",
                "^[",
                "^[^[a]]",
                "\\{",
                "\\",
                "\\*",
                "'''",
                "''",
                "\n        nếu đúng:\n            a\n        ",
                "\n        nếu sai:\n            b\n        ",
                "\n        với mỗi x trong 1:\n            {x}\n        ",
                "\n        I. ",
                "\n        a) ",
                "\n        - ",
                "\n        + ",
                "\n        Điều 1. ",
                "\n        Chương IV\n        ",
                "\n        Chương XC\n        ",
                "\n        Phần thứ nhất\n        ",
                "\n        1.1. ",
                "\n        99. ",
                "\n        đ) ",
                "\n        bỏ qua MÃ \"lý do\"\n        ",
                "\n        phiên bản 1\n        ",
                "\n        Mục 1\n        ",
                "\n        CM. ",
                "\n        4000. ",
                "\n\n        ",
                "./.",
                "//",
                "/*",
                "/* a */");

        @Override
        byte[] of(String text, Random random) {
            var changed = text;
            for (int i = random.nextInt(3); i >= 0; i--) {
                changed = inText(changed, one(MARKS, random), random);
            }
            return bytes(changed);
        }
    },
    SETTINGS("settings") {
        private static final List<String> SETTINGS = List.of(
                "độ mật tuyệt mật",
                "độ khẩn hỏa tốc",
                "in hai mặt",
                "dự thảo lần 2147483647",
                "không phổ biến",
                "có dòng liên hệ",
                "số …",
                "số 0",
                "ký hiệu \"\"",
                "địa danh \"\"",
                "thẩm quyền \"Giám đốc\"",
                "lưu hành \"nội bộ\"",
                "ngày 31/12/9999",
                "ký { }",
                "nơi nhận { }",
                "kính gửi \"A\"",
                "kính gửi nhóm { }",
                "căn cứ \"x\"",
                "phụ lục P1 \"Thêm\" ''''''",
                "phụ lục P2 \"Ngang\" khổ giấy A3 ngang '''a'''",
                "nội dung ''''''",
                "nội dung '''",
                "trích yếu \"\"",
                "dòng { }",
                "dòng \"\"",
                "dòng \"thêm\", áp dụng khi (sai)",
                "khổ giấy A3 ngang",
                "để trống 40 dòng",
                "có dòng đánh số cột",
                "cột thừa \"Thừa\": số",
                "cột t2 \"T\": tính (1 / 0)",
                "cột c3: chữ, rộng 0 mm",
                "cột c4: số, rộng 2147483647 mm",
                "cột c5 \"Tổng\": số tiền, dòng tổng trung bình",
                "nhóm trống \"Không cột\" { }",
                "bỏ qua SYNTAX \"thử\"",
                "thể thức \"đảng\"",
                "thể thức \"nd30\"",
                "hiệu lực từ 01/01/2020 đến 01/01/2019",
                "kiểm tra K báo lỗi khi 1 / 0 = 1: \"m\"",
                "đơn vị tính \"\"",
                "kỳ \"quý I\"",
                "dữ liệu từ \"không-có.csv\"",
                "dùng quangngai",
                "phiên bản 1",
                "lĩnh vực \"L\" { dòng \"x\" }");

        @Override
        byte[] of(String text, Random random) {
            var tokens = tokens(text);
            var ends = tokens.stream()
                    .filter(token -> token.text.equals("{") || token.text.equals("}"))
                    .toList();
            if (ends.isEmpty()) {
                return bytes(text);
            }
            var at = one(ends, random);
            return bytes(text.substring(0, at.text.equals("{") ? at.end : at.start) + " " + one(SETTINGS, random) + " "
                    + text.substring(at.text.equals("{") ? at.end : at.start));
        }
    },
    SEVERAL("two to five of these") {
        @Override
        byte[] of(String text, Random random) {
            var changed = text;
            for (int i = 1 + random.nextInt(4); i >= 0 && !tokens(changed).isEmpty(); i--) {
                changed = new String(values()[random.nextInt(ordinal())].of(changed, random), StandardCharsets.UTF_8);
            }
            return bytes(changed);
        }
    };

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*");
    private static final Pattern DATE = Pattern.compile("(\\d+|…)/(\\d+|…)/\\d{4}");

    /** Words of the language and values that a text may not have. */
    private static final List<String> WORDS = List.of(
            "X",
            "\"\"",
            "\"a\"",
            "''''''",
            "'''a'''",
            "0",
            "-1",
            "1/1/2026",
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "=",
            ".",
            "…",
            "nếu",
            "với",
            "mỗi",
            "trong",
            "đúng",
            "sai",
            "không",
            "và",
            "hoặc",
            "biểu",
            "cột",
            "nhóm",
            "dòng",
            "lĩnh vực",
            "chữ",
            "số",
            "số tiền",
            "số thứ tự",
            "nhiều đoạn",
            "đánh dấu",
            "ngày",
            "tính (1)",
            "chọn từ A",
            "công văn",
            "quyết định",
            "nghị quyết",
            "kế hoạch",
            "báo cáo",
            "biên bản",
            "giấy mời",
            "tờ trình",
            "thông báo",
            "phụ lục",
            "kèm theo",
            "căn cứ",
            "ký",
            "TM.",
            "KT.");

    private static final List<String> ODD = List.of(
            "e\u0302\u0301",
            "\u0323\u0302",
            "\u202Eabc\u202C",
            "\u200Fשלום",
            "العربية",
            "\u0007",
            "\u001B[31m",
            "\u007F",
            "\u0085",
            "\u2028",
            "\uD83D\uDE00",
            "\uD83D",
            "\uDE00",
            "\uFFFF",
            "\uFFFE",
            "\uFDD0",
            "\uFEFF",
            "\u00AD",
            "\u200D",
            "\u200B",
            "\uD835\uDD38",
            "𠮷",
            "ก็",
            "हिन्दी",
            "한글",
            "日本語",
            "ﬁ",
            "ß",
            "İ",
            "ı",
            "ŉ",
            "Ǆ",
            "ſ",
            "\u0130\u0307",
            "①",
            "½",
            "x²",
            "ª",
            "\u0000",
            "\u0001",
            "\u000B",
            "\uE000",
            "\uDBFF\uDFFF",
            "\uD840\uDC00",
            "☑",
            "→",
            "\u0301",
            "a\u0301\u0301\u0301\u0301",
            "\u3000",
            "\u180E",
            "\u061C",
            "\u2060",
            "👨\u200D👩\u200D👧",
            "🇻🇳",
            "\u1160",
            "\u0E33",
            "٣",
            "Ω",
            "ё",
            "\u2011",
            "\u2010",
            "\u00A0");

    private final String title;

    Mutation(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Returns a changed text in UTF-8; it may be no valid UTF-8. */
    abstract byte[] of(String text, Random random);

    private record Piece(String text, int start, int end, String type) {

        String replaced(String whole, String by) {
            return whole.substring(0, start) + by + whole.substring(end);
        }

        boolean isName() {
            return type.equals("RULE_ID");
        }

        boolean isText() {
            return type.equals("RULE_STRING") || type.equals("RULE_PROSE_TEXT");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** Returns the lines of a text with their ends; at least one. */
    private static List<String> lines(String text) {
        return new ArrayList<>(Arrays.asList(text.split("(?<=\n)")));
    }

    /** Returns the number of a line after which prose begins or goes on. */
    private static int prose(List<String> lines, Random random) {
        var places = new ArrayList<Integer>();
        var inside = false;
        for (int i = 0; i < lines.size(); i++) {
            if (inside) {
                places.add(i);
            }
            var marks = lines.get(i).split("'''", -1).length - 1;
            inside ^= marks % 2 == 1;
        }
        return places.isEmpty() ? random.nextInt(lines.size()) : one(places, random);
    }

    private static List<Piece> tokens(String text) {
        var source = new BieuTokenSource(new InternalBieuLexer(new ANTLRStringStream(text)));
        var tokens = new ArrayList<Piece>();
        for (var token = source.nextToken(); token.getType() != Token.EOF; token = source.nextToken()) {
            var each = (CommonToken) token;
            var type = InternalBieuParser.tokenNames[each.getType()];
            if (!type.equals("RULE_WS") && each.getStopIndex() >= each.getStartIndex()) {
                tokens.add(new Piece(
                        text.substring(each.getStartIndex(), each.getStopIndex() + 1),
                        each.getStartIndex(),
                        each.getStopIndex() + 1,
                        type));
            }
        }
        return tokens;
    }

    /** Returns a text with something inserted into a string or a line of prose, so that it often remains valid. */
    private static String inText(String text, String inserted, Random random) {
        var places = tokens(text).stream().filter(Piece::isText).toList();
        if (places.isEmpty()) {
            return text + inserted;
        }
        var token = one(places, random);
        var string = token.type.equals("RULE_STRING") ? 1 : 0;
        var width = token.end - token.start - 2 * string;
        var at = token.start + string + (width <= 0 || random.nextInt(4) == 0 ? 0 : random.nextInt(width + 1));
        if (string == 1 && random.nextInt(4) == 0) {
            return text.substring(0, token.start + 1) + inserted.replace("\"", "\\\"") + text.substring(token.end - 1);
        }
        return text.substring(0, at) + (string == 1 ? inserted.replace("\n", "\\n") : inserted) + text.substring(at);
    }

    private static String replaceMatch(Pattern pattern, String text, String by, Random random) {
        var found = pattern.matcher(text).results().toList();
        if (found.isEmpty()) {
            return inText(text, by, random);
        }
        var match = one(found, random);
        return text.substring(0, match.start()) + by + text.substring(match.end());
    }
}
