"""The seven questions, one module each: from the results to statements, tables and figures."""
