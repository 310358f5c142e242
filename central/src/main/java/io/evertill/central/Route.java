package io.evertill.central;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/// One request that the centre answers; `openapi.yaml` describes the same.
record Route(HandlerType method, String path, Handler handler) {}
