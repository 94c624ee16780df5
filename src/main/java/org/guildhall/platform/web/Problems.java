package org.guildhall.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Refusal.Field;
import org.guildhall.platform.PlatformRefusal.BodyTooLarge;
import org.guildhall.platform.PlatformRefusal.MethodNotAllowed;
import org.guildhall.platform.PlatformRefusal.NoSuchEndpoint;
import org.guildhall.platform.PlatformRefusal.NotAcceptable;
import org.guildhall.platform.PlatformRefusal.UnsupportedMediaType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** The one place where a refusal, bad input or a fault becomes an HTTP problem. */
@RestControllerAdvice
class Problems {

    private static final Set<String> BOUNDS = Set.of("min", "max", "value", "regexp", "integer", "fraction");
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final long mostUploadBytes;

    Problems(@Value("${spring.servlet.multipart.max-file-size}") DataSize mostUpload) {
        this.mostUploadBytes = mostUpload.toBytes();
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal, HttpServletRequest request) {
        return answer(refusal.reason(), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        if (e.getMostSpecificCause() instanceof Refusal refusal) { // a record refused what it was made of
            return answer(refusal.reason(), request);
        }
        return answer(
                new InvalidInput(List.of(UnreadableBody.field(
                        e.getCause() instanceof JacksonException json ? json : e.getMostSpecificCause()))),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalidBody(MethodArgumentNotValidException e, HttpServletRequest request) {
        var fields = new ArrayList<Field>();
        for (FieldError error : e.getBindingResult().getFieldErrors()) {
            fields.add(new Field(
                    error.getField(),
                    shown(error.getRejectedValue()),
                    error.isBindingFailure() ? "type" : rule(error.getCode()),
                    remedy(error)));
        }
        return answer(new InvalidInput(fields), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalidParameter(HandlerMethodValidationException e, HttpServletRequest request) {
        var fields = new ArrayList<Field>();
        for (var result : e.getParameterValidationResults()) {
            for (var error : result.getResolvableErrors()) {
                var codes = error.getCodes();
                fields.add(new Field(
                        String.valueOf(result.getMethodParameter().getParameterName()),
                        shown(result.getArgument()),
                        rule(codes == null ? null : codes[codes.length - 1]),
                        bounds(result.unwrap(error, ConstraintViolation.class))));
            }
        }
        return answer(new InvalidInput(fields), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> violated(ConstraintViolationException e, HttpServletRequest request) {
        var fields = e.getConstraintViolations().stream()
                .map(v -> new Field(
                        v.getPropertyPath().toString(),
                        shown(v.getInvalidValue()),
                        rule(v.getConstraintDescriptor()
                                .getAnnotation()
                                .annotationType()
                                .getSimpleName()),
                        bounds(v)))
                .toList();
        return answer(new InvalidInput(fields), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongType(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        return answer(
                new InvalidInput(
                        List.of(new Field(e.getName(), shown(e.getValue()), "type", Allowed.of(e.getRequiredType())))),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestParameterException e, HttpServletRequest request) {
        return answer(one(e.getParameterName(), null, "required"), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missingPart(MissingServletRequestPartException e, HttpServletRequest request) {
        return answer(one(e.getRequestPartName(), null, "required"), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missingHeader(MissingRequestHeaderException e, HttpServletRequest request) {
        return answer(one(e.getHeaderName(), null, "required"), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongMediaType(HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
        var given = e.getContentType() == null ? "" : e.getContentType().toString();
        var problem = Problem.of(new UnsupportedMediaType(given, named(e.getSupportedMediaTypes())), request);
        return problem(problem)
                .header(HttpHeaders.ACCEPT, MediaType.toString(e.getSupportedMediaTypes()))
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<Problem> notAcceptable(HttpMediaTypeNotAcceptableException e, HttpServletRequest request) {
        var asked = request.getHeader(HttpHeaders.ACCEPT);
        return answer(new NotAcceptable(asked == null ? "" : asked, named(e.getSupportedMediaTypes())), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongMethod(HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
        var methods = e.getSupportedMethods();
        if (methods == null || onlyFilesAt(request)) {
            return answer(new NoSuchEndpoint(request.getMethod(), request.getRequestURI()), request);
        }
        var allowed = Arrays.stream(methods).distinct().sorted().toList();
        var problem = Problem.of(new MethodNotAllowed(request.getMethod(), request.getRequestURI(), allowed), request);
        return problem(problem)
                .header(HttpHeaders.ALLOW, String.join(", ", allowed))
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request) {
        return answer(new BodyTooLarge(mostUploadBytes), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> brokenUpload(MultipartException e, HttpServletRequest request) {
        return answer(one(HttpHeaders.CONTENT_TYPE, request.getContentType(), "multipart"), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> nothingHere(NoResourceFoundException e, HttpServletRequest request) {
        return answer(new NoSuchEndpoint(request.getMethod(), request.getRequestURI()), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> fault(Exception e, HttpServletRequest request) {
        LOG.error("request {} {} {} failed", RequestId.of(request), request.getMethod(), request.getRequestURI(), e);
        return ResponseEntity.status(500)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Problem(
                        URI.create("https://guildhall.dev/problems/platform.fault"),
                        "Fault",
                        500,
                        "An unexpected fault; give the request id to the administrator.",
                        "platform.fault",
                        Map.of(),
                        List.of(),
                        RequestId.of(request)));
    }

    private static ResponseEntity<Problem> answer(Refusal.Reason reason, HttpServletRequest request) {
        var problem = Problem.of(reason, request);
        var response = problem(problem);
        if (reason.facts().get("retryAfterSeconds") instanceof Number seconds) {
            response.header("Retry-After", seconds.toString());
        }
        return response.body(problem);
    }

    private static ResponseEntity.BodyBuilder problem(Problem problem) {
        return ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private static List<String> named(List<MediaType> types) {
        return types.stream().map(MediaType::toString).distinct().toList();
    }

    /** Whether no operation but the console's files, which answer everything, was found for this address of the API. */
    private static boolean onlyFilesAt(HttpServletRequest request) {
        return "/**".equals(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                && request.getRequestURI().startsWith("/api/");
    }

    private static InvalidInput one(String field, @Nullable Object value, String rule) {
        return new InvalidInput(List.of(new Field(field, shown(value), rule)));
    }

    private static Map<String, Object> remedy(FieldError error) {
        if (error.contains(ConstraintViolation.class)) {
            return bounds(error.unwrap(ConstraintViolation.class));
        }
        return error.contains(TypeMismatchException.class)
                ? Allowed.of(error.unwrap(TypeMismatchException.class).getRequiredType())
                : Map.of();
    }

    private static String rule(@Nullable String code) {
        return code == null
                ? "invalid"
                : code.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** What the sentence about a broken rule needs: its bounds, in whatever language it will be told. */
    private static Map<String, Object> bounds(ConstraintViolation<?> violation) {
        var facts = new LinkedHashMap<String, Object>();
        violation.getConstraintDescriptor().getAttributes().forEach((name, value) -> {
            if (BOUNDS.contains(name)) {
                facts.put(name, value);
            }
        });
        return facts;
    }

    static @Nullable String shown(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        var text = value.toString();
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
