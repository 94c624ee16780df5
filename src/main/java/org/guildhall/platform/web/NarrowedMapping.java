package org.guildhall.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds a request's operation as Spring does, but among the few that its verb, the number of its path's segments and their
 * literal ones leave over. Spring itself tries every pattern with a variable in turn, which with some hundred operations was a
 * sixth of what a call costs. What is found, and what is said when nothing or too much is, stays Spring's.
 */
final class NarrowedMapping extends RequestMappingHandlerMapping {

    private static final Set<String> PLAIN_VERBS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Pattern VARIABLE = Pattern.compile("[{*?]");

    /** Segments that are either letters to compare or one variable each. */
    private static final Pattern PLAIN_PATH = Pattern.compile("(/([^{}*?/]+|\\{\\w+}))+");

    private volatile Operations operations = new Operations(Map.of());

    @Override
    public void afterPropertiesSet() {
        super.afterPropertiesSet();
        operations = new Operations(getHandlerMethods());
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String lookupPath, HttpServletRequest request)
            throws Exception {
        var found = isPlain(lookupPath) && PLAIN_VERBS.contains(request.getMethod()) ? find(lookupPath, request) : null;
        if (found == null) {
            return super.lookupHandlerMethod(lookupPath, request);
        }
        request.setAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, found.handler());
        handleMatch(found.mapping(), lookupPath, request);
        return found.handler();
    }

    /** Escaped letters and path parameters are Spring's to compare. */
    private static boolean isPlain(String path) {
        return path.indexOf('%') < 0 && path.indexOf(';') < 0 && !path.contains("//");
    }

    /** The best of what matches; nothing if nothing does, or if two do equally well. */
    private @Nullable Match find(String path, HttpServletRequest request) {
        var matches = new ArrayList<Match>(2);
        for (var operation : operations.admitting(request.getMethod(), segments(path))) {
            var mapping = operation.isDecided ? operation.mapping : getMatchingMapping(operation.mapping, request);
            if (mapping != null) {
                matches.add(new Match(mapping, operation.handler));
            }
        }
        if (matches.size() > 1) {
            var order = getMappingComparator(request);
            matches.sort((a, b) -> order.compare(a.mapping, b.mapping));
            if (order.compare(matches.get(0).mapping, matches.get(1).mapping) == 0) {
                return null;
            }
        }
        return matches.isEmpty() ? null : matches.getFirst();
    }

    private static String[] segments(String path) {
        return path.split("/", -1);
    }

    private record Match(RequestMappingInfo mapping, HandlerMethod handler) {}

    /** All operations, by the number of segments that their paths have. */
    private static final class Operations {
        private final Map<Integer, List<Operation>> bySegments = new HashMap<>();
        private final List<Operation> open = new ArrayList<>();

        Operations(Map<RequestMappingInfo, HandlerMethod> handlers) {
            handlers.forEach((mapping, handler) -> {
                var operation = new Operation(mapping, handler);
                if (operation.isOpen) {
                    open.add(operation);
                } else {
                    operation
                            .lengths()
                            .forEach(length -> bySegments
                                    .computeIfAbsent(length, none -> new ArrayList<>())
                                    .add(operation));
                }
            });
        }

        List<Operation> admitting(String verb, String[] segments) {
            var admitting = new ArrayList<Operation>(4);
            for (var candidates : List.of(bySegments.getOrDefault(segments.length, List.of()), open)) {
                for (var operation : candidates) {
                    if (operation.admits(verb, segments)) {
                        admitting.add(operation);
                    }
                }
            }
            return admitting;
        }
    }

    /** An operation with what every request of it has in common: its verbs, and the literal segments of its patterns. */
    private static final class Operation {
        private final RequestMappingInfo mapping;
        private final HandlerMethod handler;
        private final Set<String> verbs = new HashSet<>();
        private final boolean isOpen;
        /** Whether an operation that admits a request also matches it, there being nothing else that it asks for. */
        private final boolean isDecided;

        private final @Nullable String[][] patterns;

        Operation(RequestMappingInfo mapping, HandlerMethod handler) {
            this.mapping = mapping;
            this.handler = handler;
            mapping.getMethodsCondition().getMethods().forEach(verb -> verbs.add(verb.name()));
            var values = mapping.getPatternValues();
            this.isOpen = values.stream()
                    .anyMatch(pattern -> pattern.isEmpty() || pattern.contains("**") || pattern.contains("{*"));
            this.patterns = values.stream().map(Operation::literals).toArray(String[][]::new);
            this.isDecided = values.size() == 1
                    && PLAIN_PATH.matcher(values.iterator().next()).matches()
                    && asksForNothingElse(mapping);
        }

        private static boolean asksForNothingElse(RequestMappingInfo mapping) {
            return mapping.getParamsCondition().isEmpty()
                    && mapping.getHeadersCondition().isEmpty()
                    && mapping.getConsumesCondition().isEmpty()
                    && mapping.getProducesCondition().isEmpty()
                    && mapping.getCustomCondition() == null;
        }

        private static @Nullable String[] literals(String pattern) {
            return Arrays.stream(segments(pattern))
                    .map(segment -> VARIABLE.matcher(segment).find() ? null : segment)
                    .toArray(String[]::new);
        }

        Set<Integer> lengths() {
            return Arrays.stream(patterns).map(pattern -> pattern.length).collect(Collectors.toSet());
        }

        boolean admits(String verb, String[] segments) {
            if (!verbs.isEmpty() && !verbs.contains(verb)) {
                return false;
            }
            if (isOpen) {
                return true;
            }
            for (var pattern : patterns) {
                if (alike(pattern, segments)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean alike(@Nullable String[] pattern, String[] segments) {
            if (pattern.length != segments.length) {
                return false;
            }
            for (int i = segments.length - 1; i >= 0; i--) {
                var literal = pattern[i];
                if (literal == null ? i > 0 && segments[i].isEmpty() : !literal.equals(segments[i])) {
                    return false;
                }
            }
            return true;
        }
    }
}
