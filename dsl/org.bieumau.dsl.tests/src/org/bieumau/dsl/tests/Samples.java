/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bieumau.examples.internal.Examples;
import org.bieumau.province.common.CommonForms;
import org.bieumau.province.hungyen.HungYen;
import org.bieumau.province.quangngai.QuangNgai;
import org.bieumau.province.quangtri.QuangTri;

/** Texts of the example files. */
final class Samples {

    static final List<String> ALL = List.of(
            "danvan",
            "congvan",
            "quangngai-2021-dangky",
            "quangngai-2022-congvan",
            "hungyen-2023-kehoach",
            "quangngai-2021-kehoach",
            "quangtri-2025-baocao",
            "vidu-chitieu",
            "vidu-bieudo",
            "quangngai/danvan",
            "quangngai/kiemtra",
            "hungyen/danvan",
            "hungyen/kiemtra",
            "quangtri/baocao",
            "quangtri/kiemtra");

    private Samples() {}

    static String text(String name) {
        if (name.equals("danvan")) {
            return text(CommonForms.class, name);
        }
        if (name.contains("/")) {
            return text(pack(name), name.substring(name.indexOf('/') + 1));
        }
        try (var in = Examples.class.getResourceAsStream("/examples/" + name + ".bieu")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns an example joined with the libraries that it uses, so that all its references can be resolved. */
    static String joined(String name) {
        var own = text(name);
        if (!own.contains("\ndùng ")) {
            return own;
        }
        var pack = pack(name);
        var others = text("danvan")
                + (pack == QuangNgai.class && !name.equals("congvan") && !name.contains("/") ? text("congvan") : "")
                + text(pack, "coquan");
        if (name.endsWith("/kiemtra")) {
            others += text(pack, pack == QuangTri.class ? "baocao" : "danvan");
        }
        return own.replaceAll("(?m)^(dùng|thư viện) .*\n", "")
                + others.replaceAll("(?m)^(thư viện|phiên bản|dùng) .*\n", "");
    }

    private static Class<?> pack(String name) {
        return name.startsWith("hungyen")
                ? HungYen.class
                : name.startsWith("quangtri") ? QuangTri.class : QuangNgai.class;
    }

    private static String text(Class<?> pack, String name) {
        try (var in = pack.getResourceAsStream("goi/" + name + ".bieu")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
