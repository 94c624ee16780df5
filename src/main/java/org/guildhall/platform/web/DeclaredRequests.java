package org.guildhall.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.platform.PlatformRefusal.NotAcceptable;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Before an operation begins, refuses parameters in its address that it does not declare — a misspelt filter would otherwise
 * answer with everything — and answers asked for in a form it has not, which would otherwise be found out after the act.
 */
@Configuration(proxyBeanMethods = false)
class DeclaredRequests implements WebMvcConfigurer, HandlerInterceptor {

    private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private final Map<Method, Set<String>> declared = new ConcurrentHashMap<>();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod operation) {
            requireDeclared(request.getQueryString(), operation);
            requireAcceptable(request.getHeader(HttpHeaders.ACCEPT), operation);
        }
        return true;
    }

    private void requireDeclared(@Nullable String query, HandlerMethod operation) {
        if (query == null || query.isEmpty()) {
            return;
        }
        var known = declared.computeIfAbsent(operation.getMethod(), method -> declaredBy(operation));
        var unknown = new ArrayList<Refusal.Field>();
        for (var pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            var value = equals < 0 ? null : decoded(pair.substring(equals + 1));
            if (!name.isEmpty() && !known.contains(name)) {
                unknown.add(unknown(name, Problems.shown(value), known));
            } else if (value != null && value.indexOf('\0') >= 0) { // no text in the database can have it
                unknown.add(new Refusal.Field(name, Problems.shown(value), "no-character-zero"));
            }
        }
        if (!unknown.isEmpty()) {
            throw Refusal.of(new InvalidInput(List.copyOf(unknown)));
        }
    }

    private static Refusal.Field unknown(String name, @Nullable String value, Set<String> known) {
        return known.isEmpty()
                ? new Refusal.Field(name, value, "no-parameters", Map.of())
                : new Refusal.Field(name, value, "unknown-parameter", Map.of("allowed", List.copyOf(known)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) { // a lone percent sign
            return text;
        }
    }

    private static Set<String> declaredBy(HandlerMethod operation) {
        var names = new TreeSet<String>();
        for (var parameter : operation.getMethodParameters()) {
            parameter.initParameterNameDiscovery(NAMES);
            var single = parameter.getParameterAnnotation(RequestParam.class);
            if (single != null) {
                names.add(single.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : single.name());
            } else if (isQuery(parameter)) {
                for (var component : parameter.getParameterType().getRecordComponents()) {
                    names.add(component.getName());
                }
            }
        }
        return names;
    }

    /** A record that is filled from the address, name by name. */
    private static boolean isQuery(MethodParameter parameter) {
        return parameter.getParameterType().isRecord() && parameter.hasParameterAnnotation(ParameterObject.class);
    }

    private static void requireAcceptable(@Nullable String accept, HandlerMethod operation) {
        if (accept == null || accept.contains("*/*") || accept.equals(MediaType.APPLICATION_JSON_VALUE)) {
            return;
        }
        if (answersJson(operation) && !takesJson(accept)) {
            throw Refusal.of(new NotAcceptable(
                    String.valueOf(Problems.shown(accept)), List.of(MediaType.APPLICATION_JSON_VALUE)));
        }
    }

    private static boolean takesJson(String accept) {
        try {
            return MediaType.parseMediaTypes(accept).stream().anyMatch(MediaType.APPLICATION_JSON::isCompatibleWith);
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    /** Operations that answer with a file say its media type themselves, and those without an answer fit everybody. */
    private static boolean answersJson(HandlerMethod operation) {
        var returned = ResolvableType.forMethodReturnType(operation.getMethod());
        var body = returned.as(ResponseEntity.class).equals(ResolvableType.NONE)
                ? returned
                : returned.as(ResponseEntity.class).getGeneric();
        var type = body.toClass();
        var mapping = AnnotatedElementUtils.findMergedAnnotation(operation.getMethod(), RequestMapping.class);
        boolean file = type == byte[].class
                || Resource.class.isAssignableFrom(type)
                || type == StreamingResponseBody.class
                || (mapping != null && mapping.produces().length > 0);
        return !file && type != void.class && type != Void.class;
    }
}
