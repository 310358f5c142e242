package io.evertill.central.route;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/// One request that the centre answers; `openapi.yaml` describes the same.
public record Route(HandlerType method, String path, Handler handler) {}
