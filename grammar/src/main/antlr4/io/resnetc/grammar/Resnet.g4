// The language of .rn files. docs/language.md is its manual.
grammar Resnet;

// A '(' that follows a name on the same line opens arguments, any other groups; a '[' that touches
// what is before it opens an index, any other a list. The tokens are told apart after the lexer, so
// that a line may begin with a bracket.
tokens { OPEN_ARGUMENTS, OPEN_INDEX }

unit : declaration* EOF ;

// The value of a definition on the command line.
onlyExpression : expression EOF ;

declaration
    : importDecl
    | constant
    | block
    | model
    ;

importDecl : 'import' STRING ;

constant : name '=' expression ;

block : 'block' name parameters? '{' body '}' ;

model : 'model' name parameters? '{' inputDecl* body '}' ;

parameters : (OPEN_ARGUMENTS | '(') (parameter (',' parameter)* ','?)? ')' ;

parameter : name ('=' expression)? ;

inputDecl : 'input' name list preprocessing? ;

preprocessing : '{' (option (',' option)* ','?)? '}' ;

option : name '=' expression ;

body : assignment* result? ;

assignment : name '=' expression ;

result : 'return'? expression ;

// A chain binds loosest: "main + skip -> relu" feeds the sum to relu.
expression : arithmetic ('->' step)* ;

step
    : (label ':')? (count 'x')? (call | 'sequence' steps)
    | loop
    | choice
    ;

// Steps one after the other, which may use names of their own.
steps : '{' assignment* step ('->' step)* '}' ;

// "for [width, stride] in table { ... }": the steps once for each row.
loop : 'for' pattern 'in' expression steps ;

pattern
    : name
    | '[' name (',' name)* ','? ']'
    ;

choice : 'if' expression steps ('else' 'if' expression steps)* ('else' steps)? ;

count
    : INT
    | name
    | '(' expression ')'
    ;

call : name arguments? ;

arguments : OPEN_ARGUMENTS (argument (',' argument)* ','?)? ')' ;

// "stride = 2 then 1": a value for each repetition, of which the last one repeats.
argument : (name '=')? expression ('then' expression)* ;

arithmetic
    : '-' arithmetic                                                 # Negate
    | arithmetic op=('*' | '/' | '%') arithmetic                     # Binary
    | arithmetic op=('+' | '-') arithmetic                           # Binary
    | arithmetic op=('<' | '<=' | '>' | '>=' | '==' | '!=') arithmetic # Binary
    | 'not' arithmetic                                               # Not
    | arithmetic op='and' arithmetic                                 # Binary
    | arithmetic op='or' arithmetic                                  # Binary
    | primary                                                        # Operand
    ;

primary
    : primary OPEN_INDEX expression ']'  # Index
    | INT                                # Int
    | FLOAT                              # Real
    | STRING                             # Text
    | ('true' | 'false')                 # Bool
    | name                               # NameUse
    | name arguments                     # Function
    | list                               # ListOf
    | '(' expression ')'                 # Parenthesised
    | conditional                        # If
    ;

// In "input image[3, 32, 32]" the bracket looks like that of an index.
list : ('[' | OPEN_INDEX) (expression (',' expression)* ','?)? ']' ;

conditional : 'if' expression branch ('else' 'if' expression branch)* 'else' branch ;

branch : '{' assignment* expression '}' ;

// "input" and "x" are words of the language only where a declaration or a repeat can stand.
name : ID | 'input' | 'x' ;

// A label names a module of the checkpoint, where any word may occur: "shortcut.0", "block.if.1".
// Braces hold what is computed: "denseblock{i}", "block{stage}-{i}".
label : labelPart (('.' | '-') labelPart)* ;

labelPart
    : labelWord
    | (labelWord? hole)+ labelWord?
    ;

hole : '{' expression '}' ;

labelWord
    : name
    | INT
    | FLOAT
    | 'import' | 'block' | 'model' | 'return' | 'sequence' | 'for' | 'in' | 'if' | 'else' | 'then'
    | 'and' | 'or' | 'not' | 'true' | 'false'
    ;

ID : [a-zA-Z_] [a-zA-Z_0-9]* ;
INT : [0-9]+ ;
FLOAT : [0-9]+ '.' [0-9]+ EXPONENT? | [0-9]+ EXPONENT ;
STRING : '"' ( ~["\\\r\n] | '\\' ~[\r\n] )* '"' ;

LINE_COMMENT : '//' ~[\r\n]* -> channel(HIDDEN) ;
COMMENT : '/*' .*? '*/' -> channel(HIDDEN) ;
SPACE : [ \t\r\n\uFEFF]+ -> channel(HIDDEN) ;

// What is no token at all goes past the parser, so that each is reported once and in our own words.
UNTERMINATED_STRING : '"' ( ~["\\\r\n] | '\\' ~[\r\n] )* '\\'? -> channel(HIDDEN) ;
UNTERMINATED_COMMENT : '/*' ( ~'*' | '*'+ ~[*/] )* '*'* -> channel(HIDDEN) ;
BAD_CHARACTER : . -> channel(HIDDEN) ;

fragment EXPONENT : [eE] [+-]? [0-9]+ ;
