package org.guildhall.platform.web;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves the console: files whose name carries a hash for a year, everything else revalidated; an address of one of the
 * console's own pages (anything not named like a file) gets the console itself, which finds the page.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleFiles implements WebMvcConfigurer {

    private static final String FILES = "classpath:/static/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new PageOrFile());
    }

    private static final class PageOrFile extends PathResourceResolver {

        /** What only a file is called; a page may have a dot in its name too, as /policies/loyalty.expiry has. */
        private static final Pattern FILE =
                Pattern.compile("\\.(js|css|map|json|svg|png|jpg|ico|webp|woff2?|html|txt|xml|webmanifest)$");

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            var file = super.getResource(path, location);
            if (file != null || isApi(path) || FILE.matcher(path).find()) {
                return file;
            }
            return super.getResource("index.html", location);
        }

        private static boolean isApi(String path) {
            return path.startsWith("api/") || path.startsWith("v3/") || path.startsWith("actuator/");
        }
    }
}
