package org.guildhall.platform.web;

import com.fasterxml.jackson.annotation.Nulls;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** What callers send holds no nothing in its lists and maps; what the house has stored may. */
@Configuration(proxyBeanMethods = false)
class JsonRequests implements WebMvcConfigurer {

    private final JsonMapper json;

    JsonRequests(JsonMapper json) {
        this.json = json.rebuild()
                .changeDefaultNullHandling(nothing -> nothing.withContentNulls(Nulls.FAIL))
                .build();
    }

    @Override
    public void configureMessageConverters(ServerBuilder converters) {
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json));
    }
}
