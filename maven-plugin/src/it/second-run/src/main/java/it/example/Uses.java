package it.example;

/** Code of the project that names the generated class: the package is the group's by default. */
final class Uses {
  Net network;
}
