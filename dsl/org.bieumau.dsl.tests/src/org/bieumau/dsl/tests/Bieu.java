/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bieumau.dsl.BieuStandaloneSetup;
import org.bieumau.model.Library;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.EmfFormatter;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;

/** Parses and validates .bieu texts in tests. */
final class Bieu {

    static final Injector INJECTOR = new BieuStandaloneSetup().createInjectorAndDoEMFRegistration();

    /** The common beginning of most test texts: an agency, vocabularies and a form template. */
    static final String TEMPLATE = """
            cơ quan Sở "Sở Khoa học" { viết tắt "SKH" địa danh "Quảng Ngãi" đơn vị VP "Văn phòng" }
            danh mục LV { Tài "Tài chính" Thanh "thanh tra" }
            danh mục Mức { Cao "cao" Thấp "thấp" }
            mẫu biểu Mẫu "MẪU" {
                cột stt "STT": số thứ tự
                cột tên "TÊN": chữ, bắt buộc
                nhóm hìnhThức "HÌNH THỨC", chọn đúng một {
                    cột tậpThể "Tập thể": đánh dấu
                    cột cáNhân "Cá nhân": đánh dấu
                }
                cột nộiDung "NỘI DUNG": nhiều đoạn {
                    ý làm "Thực hiện"
                    ý được "Kết quả"
                }
                cột tiền "KINH PHÍ": số tiền
                cột mức "MỨC": chọn từ Mức
                lĩnh vực theo LV, tiêu đề "Lĩnh vực {tên}"
            }
            """;

    private Bieu() {}

    static XtextResource resource(String text) {
        return resource(text, INJECTOR.getInstance(XtextResourceSet.class), "memory:/test.bieu");
    }

    static XtextResource resource(String text, XtextResourceSet resources, String uri) {
        // Not through the registry of resource factories, which may contain the factory of another injector by now.
        var resource = INJECTOR.getInstance(XtextResource.class);
        resource.setURI(URI.createURI(uri));
        resources.getResources().add(resource);
        try {
            resource.load(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return resource;
    }

    static Library parse(String text) {
        return (Library) resource(text).getContents().get(0);
    }

    static List<Issue> issues(XtextResource resource) {
        return INJECTOR.getInstance(IResourceValidator.class)
                .validate(resource, CheckMode.ALL, CancelIndicator.NullImpl);
    }

    static List<Issue> issues(String text) {
        return issues(resource(text));
    }

    /**
     * Returns the model as text, with the targets of its references. The numbers of unresolved references are removed,
     * so that these are equal.
     */
    static String dump(XtextResource resource) {
        EcoreUtil.resolveAll(resource);
        return resource.getContents().isEmpty()
                ? ""
                : EmfFormatter.objToStr(resource.getContents().get(0)).replaceAll("#\\|\\d+", "#|");
    }
}
